/**
 * Others that vouch for people: OpenID providers and their ID tokens (OpenID Connect Core 1.0, sections 2 and 3.1.3.7). A
 * provider is a few settings ({@code trivia.sign-in}); its keys are fetched when the first token comes and kept for as
 * long as it says.
 *
 * <p>What must never happen: a token accepted by a key that came with it, by an algorithm that is not on the provider's
 * list, or for anybody but us; more than one fetch of an issuer's keys in 30 s, whatever strangers send.
 */
package app.vstrivia.api.identity.provider;
