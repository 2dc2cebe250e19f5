package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Difficulty;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.NumberScale;
import java.util.List;
import java.util.UUID;

/**
 * A question as one match plays it.
 *
 * @param version of the question when it was drawn
 * @param slot where the bank held it then
 * @param category the name that players read
 * @param choices in the order of this match; empty where something is typed or set
 * @param slider null unless a number is set on one
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
        NumberScale slider,
        Solution solution,
        String explanation,
        String source,
        String licence) {

    /** Of choices: bit i of {@code correct} is set if choice i is right. */
    public LineupQuestion(
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
            String licence) {
        this(
                questionId,
                version,
                slot,
                type,
                category,
                difficulty,
                text,
                choices,
                null,
                new Solution.Marked(correct),
                explanation,
                source,
                licence);
    }

    /** The right choices as a mask; 0 where they do not say it. */
    public int correct() {
        return solution.mask();
    }
}
