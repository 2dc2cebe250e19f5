/**
 * Short-lived access tokens, and refresh tokens that are traded for the next ones. Access tokens are JWTs signed with
 * ES256 by a key from a file, whose public half is published for the other services at {@code /.well-known/jwks.json};
 * the key's id is its RFC 7638 thumbprint. Refresh tokens are opaque; {@code refresh_token} holds one family of them for
 * each device, as hashes.
 *
 * <p>What must never happen: a start without a good key, a token accepted that names another algorithm, issuer or
 * audience, a key that signs before it was published, or a token that was issued before its device's access ended and is
 * good after it.
 */
package app.vstrivia.api.identity.token;
