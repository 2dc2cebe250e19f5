package app.vstrivia.api.question;

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

    /** Whether choices say all there is to answer and what is right. */
    public boolean isOfChoices() {
        return this == SINGLE || this == MULTIPLE || this == BOOLEAN;
    }
}
