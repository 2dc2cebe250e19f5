package app.vstrivia.api.quiz.rest;

import app.vstrivia.api.quiz.QuizItem;
import jakarta.validation.Valid;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stands at a place of a quiz: either a question of the bank or one of the author's own.
 *
 * @param itemId names it among the items of the quiz; null in a request for a new one
 * @param questionId of the bank
 */
@Schema(name = "QuizItem")
record ItemBody(
        @Schema(nullable = true) UUID itemId,
        @Schema(nullable = true) UUID questionId,
        @Schema(nullable = true) @Valid OwnQuestion question) {
    static ItemBody of(QuizItem item) {
        return item instanceof QuizItem.Quoted quoted
                ? new ItemBody(item.id(), quoted.bankQuestion(), null)
                : new ItemBody(item.id(), null, OwnQuestion.of(item.question()));
    }
}
