package app.vstrivia.api.matchmaking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a ticket. */
public enum TicketStatus {
    /** In the queue. */
    @JsonProperty("waiting")
    WAITING,
    /** There is a match. */
    @JsonProperty("matched")
    MATCHED,
    /** Taken back, replaced, or not asked after for too long. */
    @JsonProperty("cancelled")
    CANCELLED;

    /** The value as the table writes it. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TicketStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
