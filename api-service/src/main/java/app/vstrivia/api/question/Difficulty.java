package app.vstrivia.api.question;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** How hard a question is meant to be. */
public enum Difficulty {
    @JsonProperty("easy")
    EASY,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("hard")
    HARD;

    /** The value as the tables and the wire write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The difficulty of that name in any case, if there is one. */
    public static Optional<Difficulty> of(String wire) {
        for (Difficulty difficulty : values()) {
            if (difficulty.name().equalsIgnoreCase(wire.strip())) {
                return Optional.of(difficulty);
            }
        }
        return Optional.empty();
    }
}
