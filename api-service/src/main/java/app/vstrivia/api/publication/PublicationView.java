package app.vstrivia.api.publication;

import app.vstrivia.model.protocol.PublicationEvent.Step;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A publication of a quiz.
 *
 * @param stream tells how it goes on: {@code watch} it over the socket
 * @param revision of the quiz
 * @param stepsDone of {@code steps}
 * @param version what it became; null unless it is published
 * @param problem a code that says why it failed; null unless it did
 * @param detail the same for people; null unless it failed
 * @param endedAt null while it runs
 */
public record PublicationView(
        UUID id,
        String stream,
        UUID quizId,
        int revision,
        PublicationStatus status,
        int stepsDone,
        int steps,
        @Schema(nullable = true) Integer version,
        @Schema(nullable = true) String problem,
        @Schema(nullable = true) String detail,
        Instant createdAt,
        @Schema(nullable = true) Instant endedAt) {
    static PublicationView of(Publication row) {
        return new PublicationView(
                row.id(),
                row.stream().toString(),
                row.quiz(),
                row.content().revision(),
                row.status(),
                row.stepsDone(),
                Step.values().length,
                row.version(),
                row.problem(),
                row.detail(),
                instant(row.createdAt()),
                row.endedAt() == null ? null : instant(row.endedAt()));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }
}
