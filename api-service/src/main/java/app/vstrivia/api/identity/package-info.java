/**
 * Who plays: people ({@code player}) and their devices ({@code device}). A device registers itself, is shown its secret
 * once, and trades it for short-lived tokens ({@link app.vstrivia.api.identity.token}). Each player has a stream.
 *
 * <p>What must never happen: a secret in a log or in the database, or an answer that tells an unknown device from a
 * wrong secret.
 */
package app.vstrivia.api.identity;
