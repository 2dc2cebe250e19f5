package app.vstrivia.api.quiz;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A quiz in a list.
 *
 * @param access what the caller may do with it
 * @param items how many it has
 */
public record QuizSummary(
        UUID quizId,
        QuizAccess access,
        String title,
        String language,
        @Schema(nullable = true) UUID cover,
        int items,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) Instant trashedAt) {}
