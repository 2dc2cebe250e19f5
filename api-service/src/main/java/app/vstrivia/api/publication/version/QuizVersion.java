package app.vstrivia.api.publication.version;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a quiz.
 *
 * @param revision of the quiz that it was
 * @param questions how many
 * @param document what players see of it, without solutions; nothing is there if it is withdrawn
 * @param shown whether it is the one that everybody sees
 * @param withdrawn whether nobody is shown it any more, for good: something in it was refused, or it was taken down
 * @param takenDown whether somebody who moderates did that
 * @param reason why, in the moderator's words
 * @param reports how many times players found something wrong with a question in it, until somebody has seen to it
 */
public record QuizVersion(
        int version,
        UUID publicationId,
        int revision,
        String title,
        int questions,
        URI document,
        Instant publishedAt,
        boolean shown,
        boolean withdrawn,
        boolean takenDown,
        @Schema(nullable = true) String reason,
        int reports) {}
