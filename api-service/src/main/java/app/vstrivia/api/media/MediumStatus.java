package app.vstrivia.api.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a medium is. */
public enum MediumStatus {
    /** The file is not there yet. */
    AWAITING,
    /** The file is there as it came. */
    UPLOADED,
    /** Somebody works on it. */
    PROCESSING,
    /** What is shown of it is there; who may see it is another question. */
    READY,
    /** It is nothing that we take. */
    REFUSED;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MediumStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
