package app.vstrivia.api.identity;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * How far a player's leaving for good is. Moments are UTC on the database's clock.
 *
 * @param known false once the player is erased
 * @param eraseAt null for one who stays
 * @param now when the row was read
 */
public record Departure(boolean known, LocalDateTime eraseAt, LocalDateTime now) {
    public boolean isCancelled() {
        return known && eraseAt == null;
    }

    public boolean isDue() {
        return known && eraseAt != null && !eraseAt.isAfter(now);
    }

    /** How long the player may still come back; of one who is to leave. */
    public Duration left() {
        return Duration.between(now, eraseAt);
    }
}
