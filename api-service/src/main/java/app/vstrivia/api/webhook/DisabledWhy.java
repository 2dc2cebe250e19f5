package app.vstrivia.api.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why nothing is sent to a webhook any more, until its owner enables it. */
public enum DisabledWhy {
    /** Its owner wants it so. */
    OWNER,
    /** It said so itself: 410. */
    GONE,
    /** Nothing arrived for as long as a delivery is tried. */
    FAILING;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DisabledWhy of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
