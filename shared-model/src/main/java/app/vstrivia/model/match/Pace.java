package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How fast a match goes. All times in milliseconds. */
public enum Pace {
    @JsonProperty("relaxed")
    RELAXED(3_000, 5_000, 30_000, 8_000),
    @JsonProperty("standard")
    STANDARD(3_000, 3_000, 20_000, 5_000),
    @JsonProperty("fast")
    FAST(3_000, 1_500, 10_000, 2_500),
    @JsonProperty("blitz")
    BLITZ(500, 300, 5_000, 500);

    private final int startMs;
    private final int announceMs;
    private final int answerMs;
    private final int revealMs;

    Pace(int startMs, int announceMs, int answerMs, int revealMs) {
        this.startMs = startMs;
        this.announceMs = announceMs;
        this.answerMs = answerMs;
        this.revealMs = revealMs;
    }

    /** From the start to the first announcement. */
    public int startMs() {
        return startMs;
    }

    /** How long the question stands alone, before its choices. */
    public int announceMs() {
        return announceMs;
    }

    /** How long answers count. */
    public int answerMs() {
        return answerMs;
    }

    /** How long the solution stands. */
    public int revealMs() {
        return revealMs;
    }

    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Pace of(String wire) {
        return valueOf(wire.toUpperCase(java.util.Locale.ROOT));
    }
}
