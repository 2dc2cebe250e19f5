package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the host wants to happen at the next boundary between rounds. */
public enum Hold {
    /** Go on. */
    @JsonProperty("none")
    NONE,
    /** Wait there. */
    @JsonProperty("pause")
    PAUSE,
    /** Finish there. */
    @JsonProperty("end")
    END;

    /** The value as the tables and the wire write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Hold of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
