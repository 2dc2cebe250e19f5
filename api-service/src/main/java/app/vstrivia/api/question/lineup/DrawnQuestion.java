package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.model.match.QuestionType;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A question as the bank holds it.
 *
 * @param slot in its pool, by whatever it was found
 * @param other what choices cannot say; null where they say it all
 * @param tags those that it has of the recipe's, if that names several
 */
record DrawnQuestion(
        long slot,
        UUID id,
        int version,
        QuestionType type,
        String text,
        List<Choice> choices,
        String explanation,
        String source,
        String licence,
        QuestionBody other,
        Set<String> tags) {

    /** Of choices. */
    DrawnQuestion(
            long slot,
            UUID id,
            int version,
            QuestionType type,
            String text,
            List<Choice> choices,
            String explanation,
            String source,
            String licence) {
        this(slot, id, version, type, text, choices, explanation, source, licence, null, Set.of());
    }
}
