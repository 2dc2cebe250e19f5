package app.vstrivia.api.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a publication is. */
public enum PublicationStatus {
    RUNNING,
    /** It is a version. */
    PUBLISHED,
    /** The quiz was not fit for it. */
    FAILED,
    /** By who may. */
    CANCELLED,
    /** It was a version; its files are on their way out. */
    REMOVED;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PublicationStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
