package app.vstrivia.api.publication.version;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A version of a quiz.
 *
 * @param revision of the quiz that it was
 * @param questions how many
 * @param document what players see of it, without solutions
 * @param shown whether it is the one that everybody sees
 */
public record QuizVersion(
        int version,
        UUID publicationId,
        int revision,
        String title,
        int questions,
        URI document,
        Instant publishedAt,
        boolean shown) {}
