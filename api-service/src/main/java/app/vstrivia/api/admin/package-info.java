/**
 * What admins do to the other features, over HTTP. The rules are in the features: roles in {@link
 * app.vstrivia.api.identity.role}, what is noted in {@link app.vstrivia.api.audit}.
 *
 * <p>What must never happen: an act of an admin that is not in the audit.
 */
package app.vstrivia.api.admin;
