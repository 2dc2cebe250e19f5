package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.model.match.QuestionType;
import java.util.List;

/**
 * A question as a file gives it, before anything is checked.
 *
 * @param type null if it follows from the choices
 * @param difficulty null if the file does not say
 * @param explanation null if there is none
 */
record RawQuestion(
        QuestionType type,
        String text,
        List<Choice> choices,
        String explanation,
        String category,
        String difficulty,
        Origin origin) {
    /** What is the same for all questions of a file. */
    record Origin(String source, String licence, Defaults defaults) {}
}
