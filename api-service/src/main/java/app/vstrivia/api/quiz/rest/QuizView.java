package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.quiz.Quiz;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizContent;
import app.vstrivia.api.quiz.QuizSettings;
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
        @Schema(nullable = true) Instant trashedAt) {
    static QuizView of(Quiz quiz) {
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
                quiz.trashedAt());
    }
}
