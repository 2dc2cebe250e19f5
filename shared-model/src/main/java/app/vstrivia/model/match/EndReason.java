package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a match ended. */
public enum EndReason {
    /** All rounds were played. */
    @JsonProperty("completed")
    COMPLETED,
    /** The host ended it. */
    @JsonProperty("ended")
    ENDED,
    /** It never started, or nobody was left. */
    @JsonProperty("abandoned")
    ABANDONED;

    /** The value as the tables and the wire write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EndReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
