package app.vstrivia.api.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: twice as long as the time before, up to an hour, less a random part of up to a
 * half, so that what failed together does not come back together.
 */
record Pauses(Duration first) {
    static final Duration LONGEST = Duration.ofHours(1);

    /** @param failures in a row, before this one */
    Duration after(int failures, RandomGenerator random) {
        double whole = Math.min(first.toMillis() * Math.pow(2, failures), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(whole * (0.5 + random.nextDouble() / 2)));
    }
}
