package app.vstrivia.api.question.importing.background;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an import in the background is. The last three are for ever. */
public enum ImportStatus {
    /** Its turn has not come. */
    WAITING,
    RUNNING,
    /** To the end of the file. */
    COMPLETE,
    /** At a place that cannot be read. */
    INTERRUPTED,
    CANCELLED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
