package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.question.importing.ImportFigures;
import app.vstrivia.api.question.importing.ImportRequest;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.stream.StreamId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A row. Moments are UTC on the database's clock.
 *
 * @param by who wanted it; of whom only admins are no player
 * @param worked how long it took so far
 * @param problem why it was interrupted; else null
 * @param categories those of the good questions, once it has ended
 * @param endedAt null while it is open
 * @param now when the row was read
 */
record BackgroundImport(
        UUID id,
        Actor by,
        ImportRequest request,
        ImportStatus status,
        ImportFigures figures,
        Duration worked,
        String problem,
        SortedSet<String> categories,
        LocalDateTime createdAt,
        LocalDateTime endedAt,
        LocalDateTime now) {
    static final Duration KEPT = Duration.ofDays(7);

    static StreamId stream(UUID id) {
        return new StreamId(StreamId.Kind.IMPORT, id);
    }

    /** Of the file in the private bucket. */
    static String key(UUID id) {
        return "imports/" + id;
    }

    StreamId stream() {
        return stream(id);
    }

    String name() {
        return Objects.requireNonNullElse(request.name(), "");
    }

    boolean isOf(PlayerId player) {
        return player != null && player.equals(by.player());
    }

    /** Of one that has ended. */
    LocalDateTime keptUntil() {
        return endedAt.plus(KEPT);
    }

    /** Until it is thrown away. */
    Duration left() {
        return Duration.between(now, keptUntil());
    }
}
