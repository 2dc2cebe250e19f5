package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who plays whom. */
public enum MatchKind {
    /** Two players, paired by a ticket. */
    @JsonProperty("duel")
    DUEL,
    /** A host, a PIN, any number of players. */
    @JsonProperty("room")
    ROOM;

    /** The value as the tables and the wire write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MatchKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
