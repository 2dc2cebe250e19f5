package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.model.match.QuestionType;
import java.util.List;
import java.util.UUID;

/**
 * A question as one match plays it.
 *
 * @param version of the question when it was drawn
 * @param slot where the bank held it then
 * @param category the name that players read
 * @param choices in the order of this match
 * @param correct bit i is set if choice i is right
 * @param explanation null if there is none
 */
public record LineupQuestion(
        UUID questionId,
        int version,
        long slot,
        QuestionType type,
        String category,
        Difficulty difficulty,
        String text,
        List<String> choices,
        int correct,
        String explanation,
        String source,
        String licence) {}
