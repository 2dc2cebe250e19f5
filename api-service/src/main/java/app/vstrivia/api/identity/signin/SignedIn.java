package app.vstrivia.api.identity.signin;

import app.vstrivia.api.identity.token.Tokens;
import app.vstrivia.model.id.PlayerId;
import java.util.UUID;

/**
 * The answer to a sign-in; the only time that {@code secret} is shown.
 *
 * @param newPlayer whether nobody had the identity before
 */
public record SignedIn(PlayerId playerId, UUID deviceId, String secret, String name, boolean newPlayer, Tokens tokens) {
    @Override
    public String toString() {
        return "SignedIn[" + playerId + ", " + deviceId + "]";
    }
}
