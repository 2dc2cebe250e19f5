package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.platform.revision.Accompanied;
import app.vstrivia.api.quiz.Quiz;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizContent;
import app.vstrivia.api.quiz.QuizSettings;
import app.vstrivia.api.quiz.SavedQuiz;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A quiz as those who work on it see it. What was saved can be read and saved again as it is. Of questions of the bank only the
 * id is in it: what changes there does not change the quiz's tag.
 *
 * @param revision how often it was saved
 * @param access what the caller may do with it
 * @param cover names a medium
 * @param similar in the answer to a save: questions of the bank that are much like what was typed
 */
record QuizView(
        UUID quizId,
        int revision,
        QuizAccess access,
        String title,
        @Schema(nullable = true) String description,
        String language,
        @Schema(nullable = true) UUID cover,
        QuizSettings settings,
        List<ItemBody> items,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) Instant trashedAt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                nullable = true,
                description =
                        "In the answer to a save: up to three questions of the bank, in review or approved, that are much"
                                + " like each that was typed since the save before; of 20 questions at most. No part of the revision")
        List<SimilarView> similar)
        implements Accompanied {
    static QuizView of(SavedQuiz saved) {
        return of(saved.quiz(), SimilarView.of(saved.similar()));
    }

    static QuizView of(Quiz quiz) {
        return of(quiz, List.of());
    }

    @Override
    public QuizView alone() {
        return new QuizView(
                quizId,
                revision,
                access,
                title,
                description,
                language,
                cover,
                settings,
                items,
                createdAt,
                updatedAt,
                trashedAt,
                List.of());
    }

    private static QuizView of(Quiz quiz, List<SimilarView> similar) {
        QuizContent content = quiz.content();
        return new QuizView(
                content.id(),
                content.revision(),
                quiz.access(),
                content.title(),
                content.description(),
                content.language(),
                content.cover(),
                content.settings(),
                content.items().stream().map(ItemBody::of).toList(),
                quiz.createdAt(),
                quiz.updatedAt(),
                quiz.trashedAt(),
                similar);
    }
}
