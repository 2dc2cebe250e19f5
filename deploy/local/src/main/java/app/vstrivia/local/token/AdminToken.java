package app.vstrivia.local.token;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token for the operator of this machine: whoever can read the signing key is one. It lives for
 * minutes and belongs to no player.
 */
public final class AdminToken {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String NOBODY = "00000000-0000-7000-8000-000000000001";

    private AdminToken() {}

    public static String mint(SigningKey key, Instant now) {
        return key.sign("{\"iss\":\"trivia\",\"aud\":\"trivia\",\"sub\":\"" + NOBODY + "\",\"device\":\"" + NOBODY
                + "\",\"name\":\"Operator\",\"groups\":[\"admin\"],\"iat\":" + now.getEpochSecond() + ",\"exp\":"
                + now.plus(LIFETIME).getEpochSecond() + "}");
    }
}
