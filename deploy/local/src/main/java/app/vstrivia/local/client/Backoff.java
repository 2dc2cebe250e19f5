package app.vstrivia.local.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: anything between nothing and a bound that doubles ("full jitter"),
 * so that clients that lost the same server do not come back as one crowd.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final RandomGenerator random;
    private int attempts;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long bound = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts, 10));
        attempts++;
        return Duration.ofMillis(random.nextLong(bound + 1));
    }

    void reset() {
        attempts = 0;
    }
}
