package app.vstrivia.api.moderation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a thing. */
public enum Decision {
    /** Others may see it. */
    APPROVED,
    /** Nobody but its owner sees it. */
    REFUSED;

    /** The value as the tables and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
