package app.vstrivia.api.question;

import app.vstrivia.model.match.QuestionType;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a question of the bank is answered. */
public enum QuestionKind {
    /** One choice is right. */
    SINGLE,
    /** Several choices may be right. */
    MULTIPLE,
    /** True or false. */
    BOOLEAN,
    /** A number, right within a tolerance. */
    NUMERIC,
    /** Items to be put in order. */
    ORDERING,
    /** A text that is typed. */
    TEXT,
    /** Choices of which none is right. */
    POLL;

    /** The value as the tables and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name in any case, if there is one. */
    public static Optional<QuestionKind> of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(wire.strip()))
                .findFirst();
    }

    /** What the live match calls it; empty as long as it cannot play it. */
    public Optional<QuestionType> inMatches() {
        return switch (this) {
            case SINGLE -> Optional.of(QuestionType.SINGLE);
            case MULTIPLE -> Optional.of(QuestionType.MULTIPLE);
            case BOOLEAN -> Optional.of(QuestionType.BOOLEAN);
            case NUMERIC, ORDERING, TEXT, POLL -> Optional.empty();
        };
    }
}
