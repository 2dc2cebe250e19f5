package app.vstrivia.api.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How far a question has come:
 *
 * <pre>
 * draft ⇄ review → approved → retired
 *            ↑                   │
 *            └───────────────────┘
 * </pre>
 */
public enum QuestionStatus {
    /** Being written. */
    DRAFT,
    /** Waits for somebody to look at it. */
    REVIEW,
    /** Matches draw it. */
    APPROVED,
    /** Was played, and is not any more. */
    RETIRED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuestionStatus> of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }

    /** What a question may become next. */
    public Set<QuestionStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(REVIEW);
            case REVIEW -> Set.of(DRAFT, APPROVED);
            case APPROVED -> Set.of(RETIRED);
            case RETIRED -> Set.of(REVIEW);
        };
    }

    /** Whether matches draw such a question: it is in a pool of its bucket then. */
    public boolean isDrawn() {
        return this == APPROVED;
    }
}
