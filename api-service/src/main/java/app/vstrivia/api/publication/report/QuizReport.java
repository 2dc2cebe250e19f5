package app.vstrivia.api.publication.report;

import app.vstrivia.api.question.report.ReportReason;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody, who is not named, finds wrong with a question of a quiz.
 *
 * @param version of the quiz that asked it
 * @param itemId of the item of the quiz
 * @param question what was asked
 * @param text in the player's words, up to 500 characters; null if there are none
 */
public record QuizReport(
        int version,
        UUID itemId,
        String question,
        ReportReason reason,
        @Schema(nullable = true) String text,
        Instant reportedAt) {}
