package app.vstrivia.api.identity.token;

import app.vstrivia.model.id.PlayerId;

/**
 * What a device is let in with.
 *
 * @param accessToken a bearer token
 * @param expiresIn how long that one is good for, in seconds
 * @param refreshToken good once, for the next two
 * @param refreshExpiresIn how long that one is good for, in seconds
 */
public record Tokens(
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn,
        PlayerId playerId) {
    @Override
    public String toString() {
        return "Tokens[" + playerId + "]";
    }
}
