package app.vstrivia.api.publication.version;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * The version of a quiz that everybody sees.
 *
 * @param questions how many
 * @param document what players see of it, without solutions; it never changes, and its files are beside it
 * @param shownSince when it became the one that everybody sees
 */
public record PublishedQuiz(
        UUID quizId, int version, UUID publicationId, String title, int questions, URI document, Instant shownSince) {}
