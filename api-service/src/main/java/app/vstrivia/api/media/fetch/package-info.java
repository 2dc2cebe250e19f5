/**
 * Fetches a file from an address that somebody names, and only from where everybody could: {@link
 * app.vstrivia.api.media.fetch.AddressRule} says which addresses that are. A name is resolved once for each hop, all that it
 * resolves to is looked at, and the connection goes to the very address that was looked at; so a name that means something
 * else a moment later changes nothing.
 *
 * <p>What must never happen: a connection to a machine of ours, an answer that is read without end, or a fetch that takes a
 * thread while it waits.
 */
package app.vstrivia.api.media.fetch;
