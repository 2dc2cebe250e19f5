package app.vstrivia.api.question.report;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody, who is not named, finds wrong with a question.
 *
 * @param text in the player's words, up to 500 characters; null if there are none
 */
public record QuestionReport(
        ReportReason reason, @Schema(nullable = true) String text, Instant reportedAt) {}
