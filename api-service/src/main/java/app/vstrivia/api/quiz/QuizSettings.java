package app.vstrivia.api.quiz;

import app.vstrivia.model.match.Scoring;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a quiz is played. What is not said becomes the default.
 *
 * @param scoring null becomes {@link Scoring#KAHOOT}
 * @param secondsPerQuestion for questions without a time limit of their own; null becomes 20
 * @param shuffleQuestions whether each match has its own order of questions
 * @param shuffleChoices whether each match has its own order of choices
 */
public record QuizSettings(
        @Schema(nullable = true) Scoring scoring,
        @Schema(nullable = true) @Min(5) @Max(600) Integer secondsPerQuestion,
        boolean shuffleQuestions,
        boolean shuffleChoices) {
    private static final int SECONDS = 20;

    public QuizSettings {
        scoring = scoring == null ? Scoring.KAHOOT : scoring;
        secondsPerQuestion = secondsPerQuestion == null ? SECONDS : secondsPerQuestion;
    }

    public static QuizSettings defaults() {
        return new QuizSettings(null, null, false, false);
    }
}
