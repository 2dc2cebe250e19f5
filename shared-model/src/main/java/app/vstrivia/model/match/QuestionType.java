package app.vstrivia.model.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a question is answered. */
public enum QuestionType {
    /** One choice is right. */
    @JsonProperty("single")
    SINGLE,
    /** Several choices may be right. */
    @JsonProperty("multiple")
    MULTIPLE,
    /** True or false. */
    @JsonProperty("boolean")
    BOOLEAN,
    /** A number, right within a tolerance. */
    @JsonProperty("numeric")
    NUMERIC,
    /** All choices are put in order. */
    @JsonProperty("ordering")
    ORDERING,
    /** A text that is typed. */
    @JsonProperty("text")
    TEXT,
    /** One choice is taken, and none is right. */
    @JsonProperty("poll")
    POLL;

    /** The value as the tables and the wire write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static QuestionType of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
