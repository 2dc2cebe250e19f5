package app.vstrivia.api.identity.token;

import app.vstrivia.model.id.PlayerId;

/** A bearer token; {@code expiresIn} in seconds. */
public record AccessToken(String accessToken, String tokenType, long expiresIn, PlayerId playerId) {
    @Override
    public String toString() {
        return "AccessToken[" + playerId + "]";
    }
}
