/**
 * Where requests of ours may go when somebody else names the address: {@link
 * app.vstrivia.api.platform.outbound.AddressRule} says which addresses those are. A name is resolved once for each request, all
 * that it resolves to is looked at, and the connection goes to the very address that was looked at; so a name that means
 * something else a moment later changes nothing.
 *
 * <p>What must never happen: a connection to a machine of ours, or names that are slow to resolve and take the threads of
 * everything else.
 */
package app.vstrivia.api.platform.outbound;
