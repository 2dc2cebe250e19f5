package app.vstrivia.api.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When what failed is tried again: the schedule that the Standard Webhooks specification proposes, over three days. */
final class Backoff {
    /** After the first attempt, the second, and so on; after the last one there is no other. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** A pause is shorter by up to this part, so that what failed together does not come back together. */
    private static final double SCATTER = 0.1;

    /** From the first attempt to the last one at least. */
    static final Duration WHOLE =
            PAUSES.stream().map(pause -> scattered(pause, 1)).reduce(Duration.ZERO, Duration::plus);

    private static final Duration FIRST_REST = Duration.ofSeconds(4);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private Backoff() {}

    /** @param attempts so far, at least one, all of which failed */
    static Optional<Duration> after(int attempts, RandomGenerator random) {
        return attempts > PAUSES.size()
                ? Optional.empty()
                : Optional.of(scattered(PAUSES.get(attempts - 1), random.nextDouble()));
    }

    private static Duration scattered(Duration pause, double part) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - SCATTER * part)));
    }

    /**
     * How long a webhook is left alone, whatever is due; never so long that a delivery which is the only one comes late.
     *
     * @param failures in a row, at least one
     */
    static Duration rest(int failures) {
        double whole = FIRST_REST.toMillis() * Math.pow(2, failures - 1);
        return Duration.ofMillis(Math.round(Math.min(whole, LONGEST_REST.toMillis())));
    }
}
