package app.vstrivia.realtime.match.machine;

import app.vstrivia.model.match.Given;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.match.Solution;
import app.vstrivia.model.protocol.MatchEvent.Finished.Drawn;
import app.vstrivia.model.protocol.NumberScale;
import app.vstrivia.model.protocol.RoundMedia;
import java.util.List;
import java.util.UUID;

/**
 * A question of the lineup, with its solution. Never leaves the server as it is.
 *
 * @param slider null unless a number is set on one
 * @param media null unless it is about a picture or video
 * @param credits see {@link app.vstrivia.model.match.Credits}; null for none
 * @param limitMs how long answers count; null where the pace of the match says it
 */
public record Question(
        int round,
        UUID id,
        QuestionType type,
        String category,
        String difficulty,
        String text,
        List<String> choices,
        NumberScale slider,
        Solution solution,
        String explanation,
        RoundMedia media,
        List<String> credits,
        Integer limitMs) {

    /** Of choices; {@code correct} is a mask. */
    public Question(
            int round,
            UUID id,
            QuestionType type,
            String category,
            String difficulty,
            String text,
            List<String> choices,
            int correct,
            String explanation,
            RoundMedia media,
            List<String> credits) {
        this(
                round,
                id,
                type,
                category,
                difficulty,
                text,
                choices,
                null,
                new Solution.Marked(correct),
                explanation,
                media,
                credits,
                null);
    }

    /** The longest text that may be typed, in code points; null where none is. */
    Integer maxLength() {
        return type == QuestionType.TEXT ? Given.MAX_TEXT : null;
    }

    /** How long answers count, in ms. */
    public int limitMs(Pace pace) {
        return limitMs == null ? pace.answerMs() : limitMs;
    }

    /** Whether it can be answered rightly, so that points and time count. */
    public boolean counts() {
        return solution.isKnown();
    }

    ScoredAnswer score(Scoring scoring, PlayedAnswer answer, int limitMs, boolean bot) {
        return new ScoredAnswer(
                answer,
                counts() ? solution.accepts(answer.given()) : null,
                scoring.points(type, solution, answer.given(), answer.elapsedMs(), limitMs),
                bot);
    }

    Drawn drawn() {
        return new Drawn(round, id, choices, solution.choices(), solution.shown());
    }

    /** How it was answered. */
    List<Integer> distribution(List<ScoredAnswer> answers) {
        Distribution distribution = new Distribution(solution, choices.size());
        answers.forEach(scored -> distribution.add(scored.answer().given(), 1));
        return distribution.counts();
    }

    /** Hides the solution from logs. */
    @Override
    public String toString() {
        return "Question[" + round + ", " + id + "]";
    }
}
