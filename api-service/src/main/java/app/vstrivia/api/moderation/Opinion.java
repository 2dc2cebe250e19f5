package app.vstrivia.api.moderation;

import java.util.List;

/**
 * What was seen in a thing.
 *
 * @param decision null if a person is to decide
 * @param labels what a machine saw; for the person
 */
public record Opinion(Decision decision, List<String> labels) {
    /** A person is to decide. */
    public static Opinion undecided(List<String> labels) {
        return new Opinion(null, labels);
    }

    /** Of the review: pending, or what is decided. */
    public ReviewStatus status() {
        return decision == null ? ReviewStatus.PENDING : ReviewStatus.of(decision.wire());
    }
}
