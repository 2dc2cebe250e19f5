package app.vstrivia.api.quiz;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may do with a quiz; who may more may all that comes before it, too. */
public enum QuizAccess {
    /** Read and copy it. */
    VIEWER,
    /** Change it. */
    EDITOR,
    /** Throw it away and get it back, and say who else may what. */
    OWNER;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static QuizAccess of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    boolean allows(QuizAccess needed) {
        return compareTo(needed) >= 0;
    }
}
