package app.vstrivia.api.identity.token;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the settings of tokens have to keep to, since others rely on it; otherwise the service does not start. */
@Startup
@ApplicationScoped
class TokenBounds {
    private static final String PREFIX = "trivia.token.";
    private static final Duration SHORTEST_LIFETIME = Duration.ofMinutes(1);

    /** Revocations are remembered for an hour: a token that lives longer would be good again. */
    private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(55);

    /** How old the key set may be that realtime-service goes by: 35 s and a moment. */
    private static final Duration VERIFIERS_LAG = Duration.ofSeconds(40);

    private static final Duration LONGEST_CACHE = Duration.ofMinutes(5);

    private final Duration keySetMaxAge;

    TokenBounds(TokenConfig config) {
        Duration lifetime = config.lifetime();
        require(
                lifetime.compareTo(SHORTEST_LIFETIME) >= 0 && lifetime.compareTo(LONGEST_LIFETIME) <= 0,
                "lifetime",
                lifetime,
                "from " + SHORTEST_LIFETIME + " to " + LONGEST_LIFETIME + ": revocations are remembered for an hour");
        require(isPositive(config.lookEvery()), "look-every", config.lookEvery(), "longer than nothing");
        Duration spare = config.publishAhead().minus(VERIFIERS_LAG).minus(config.lookEvery());
        require(
                !spare.isNegative(),
                "publish-ahead",
                config.publishAhead(),
                VERIFIERS_LAG.plus(config.lookEvery()) + " or more: those who verify tokens ask for the keys every "
                        + VERIFIERS_LAG);
        require(
                isPositive(config.refreshLifetime()),
                "refresh-lifetime",
                config.refreshLifetime(),
                "longer than nothing");
        require(isPositive(config.refreshAtMost()), "refresh-at-most", config.refreshAtMost(), "longer than nothing");
        this.keySetMaxAge = spare.compareTo(LONGEST_CACHE) < 0 ? spare : LONGEST_CACHE;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    private static void require(boolean kept, String setting, Duration value, String bound) {
        if (!kept) {
            throw new ConfigurationException(PREFIX + setting + " is " + value + " and must be " + bound + ".");
        }
    }

    /** How long caches on the way may keep the key set, so that all who verify know a key before it signs. */
    Duration keySetMaxAge() {
        return keySetMaxAge;
    }
}
