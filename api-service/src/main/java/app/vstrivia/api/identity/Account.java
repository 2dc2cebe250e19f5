package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import java.time.LocalDateTime;

/**
 * A player's row while it is locked. Moments are UTC on the database's clock.
 *
 * @param putOutAt null unless the player was put out
 * @param mergedInto who the player is now; null for most
 * @param eraseAt null for one who stays
 * @param now when the row was asked for
 */
public record Account(
        PlayerId id,
        String name,
        LocalDateTime putOutAt,
        PlayerId mergedInto,
        LocalDateTime eraseAt,
        LocalDateTime now) {
    public boolean isMerged() {
        return mergedInto != null;
    }

    boolean isPutOut() {
        return putOutAt != null;
    }

    /** Whether nothing keeps the player from coming back. */
    public boolean stays() {
        return !isMerged() && !isPutOut() && eraseAt == null;
    }
}
