package app.vstrivia.realtime.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The service with room for as many messages as come, and which asks for keys ten times as often as usual. One profile for
 * several tests, since each costs a build of the application.
 */
public final class Patient implements QuarkusTestProfile {
    /** Keys are asked for once in so many ms at most. */
    public static final int KEYS_AT_MOST_EVERY_MS = 3_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "trivia.socket.messages-at-once",
                "1000000",
                "trivia.socket.messages-per-second",
                "1000000",
                "quarkus.oidc.token.forced-jwk-refresh-interval",
                KEYS_AT_MOST_EVERY_MS / 1_000 + "S");
    }
}
