package app.vstrivia.api.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a medium is. */
public enum MediumKind {
    PICTURE,
    VIDEO;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MediumKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
