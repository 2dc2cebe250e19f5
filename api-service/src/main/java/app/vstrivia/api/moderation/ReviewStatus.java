package app.vstrivia.api.moderation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a review is. */
public enum ReviewStatus {
    /** Nobody has decided. */
    PENDING,
    APPROVED,
    REFUSED;

    /** The value as the tables and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static ReviewStatus of(String wire) {
        for (ReviewStatus status : values()) {
            if (status.wire().equals(wire)) {
                return status;
            }
        }
        throw new IllegalArgumentException("not a status");
    }
}
