package app.vstrivia.api.publication;

import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.document.ShownMedium;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.stream.StreamId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A row. Moments are UTC on the database's clock.
 *
 * @param askedBy null for who was erased
 * @param media null until it is known
 * @param document null until it is written
 * @param version null unless it is published
 * @param withdrawn whether it is a version that nobody is shown any more, for good
 * @param problem why it failed, as a code; null unless it did
 * @param endedAt null while it runs
 * @param now when the row was read
 */
record Publication(
        UUID id,
        UUID quiz,
        PlayerId askedBy,
        PublicationStatus status,
        int stepsDone,
        FrozenQuiz content,
        List<ShownMedium> media,
        String document,
        Integer version,
        boolean withdrawn,
        String problem,
        String detail,
        LocalDateTime createdAt,
        LocalDateTime endedAt,
        LocalDateTime now) {
    /** After its end: of its stream, and of all of it if it became no version. */
    static final Duration KEPT = Duration.ofDays(7);

    static StreamId stream(UUID id) {
        return new StreamId(StreamId.Kind.PUBLICATION, id);
    }

    /** Begins the keys of what the service of before put into the private bucket, which goes when it ends. */
    static String workFolder(UUID id) {
        return "publications/" + id + "/";
    }

    StreamId stream() {
        return stream(id);
    }

    boolean runs() {
        return status == PublicationStatus.RUNNING;
    }

    /** Whether somebody may be shown its files. */
    boolean isShowable() {
        return status == PublicationStatus.PUBLISHED && !withdrawn;
    }

    /** Of one that has ended, until it or its stream is thrown away. */
    Duration left() {
        return Duration.between(now, endedAt.plus(KEPT));
    }
}
