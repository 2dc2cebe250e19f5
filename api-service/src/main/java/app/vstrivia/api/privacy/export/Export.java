package app.vstrivia.api.privacy.export;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * What a player asked for. Moments are UTC on the database's clock.
 *
 * @param madeAt when the one that can be fetched was made; null if there is none
 * @param now when the row was read
 */
record Export(LocalDateTime requestedAt, LocalDateTime madeAt, LocalDateTime now) {
    static final Duration KEPT = Duration.ofDays(7);

    /** A player gets a newer one once a day at most. */
    private static final Duration FRESH = Duration.ofDays(1);

    boolean isFresh() {
        return now.isBefore(requestedAt.plus(FRESH));
    }

    boolean isReady() {
        return madeAt != null && now.isBefore(keptUntil());
    }

    /** Whether the one that was asked for is still to be made. */
    boolean isWanted() {
        return madeAt == null || madeAt.isBefore(requestedAt);
    }

    /** Of one that was made. */
    LocalDateTime keptUntil() {
        return madeAt.plus(KEPT);
    }

    Duration left() {
        return Duration.between(now, keptUntil());
    }
}
