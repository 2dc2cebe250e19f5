package app.vstrivia.api.question.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is wrong with a question. */
public enum ReportReason {
    /** What counts as right is not. */
    WRONG_ANSWER,
    /** More than what counts is right, or nobody can know what is meant. */
    UNCLEAR,
    /** It was right once. */
    OUTDATED,
    /** A spelling or language mistake. */
    LANGUAGE,
    OFFENSIVE,
    OTHER;

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static ReportReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
