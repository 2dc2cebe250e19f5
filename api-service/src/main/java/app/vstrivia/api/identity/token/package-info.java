/**
 * Short-lived access tokens: JWTs signed with ES256 by a key from a file, whose public half is published for the other
 * services at {@code /.well-known/jwks.json}. The key's id is its RFC 7638 thumbprint.
 *
 * <p>What must never happen: a start without a good key, or a token accepted that names another algorithm, issuer or
 * audience.
 */
package app.vstrivia.api.identity.token;
