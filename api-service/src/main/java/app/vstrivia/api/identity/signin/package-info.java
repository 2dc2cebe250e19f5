/**
 * Signing in, on a new device, with what an OpenID provider says ({@link app.vstrivia.api.identity.provider}), and the
 * identities that players have linked to themselves ({@code linked_identity}). Tables: also {@code sign_in_nonce}. Told on
 * the player's stream: {@code device-added}, {@code identity-linked}, {@code identity-unlinked}.
 *
 * <p>What must never happen: a token that is good twice, an identity of two players, or a way back in for somebody who
 * was put out.
 */
package app.vstrivia.api.identity.signin;
