package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a match stands; see the diagram in realtime-service's {@code MatchMachine}. */
public enum MatchPhase {
    /** Players gather; the host starts. */
    @JsonProperty("lobby")
    LOBBY,
    /** The lineup is drawn, the first question comes soon. */
    @JsonProperty("starting")
    STARTING,
    /** The question is shown, its choices are not. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** Answers count. */
    @JsonProperty("open")
    OPEN,
    /** No more answers; the points are not known yet. */
    @JsonProperty("sealed")
    SEALED,
    /** Solution and standings are shown. */
    @JsonProperty("revealed")
    REVEALED,
    /** Between two rounds, until the host resumes. */
    @JsonProperty("paused")
    PAUSED,
    /** Over; nothing changes any more. */
    @JsonProperty("finished")
    FINISHED;

    /** The value as the tables and the wire write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MatchPhase of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
