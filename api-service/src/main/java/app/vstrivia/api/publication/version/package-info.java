/**
 * What was published of a quiz: its versions, none of which ever changes, and the one that everybody sees, which those who
 * work on the quiz choose. It reads {@code publication}, of which a version is a row, and holds {@code published_quiz}.
 *
 * <p>Whoever changes what everybody sees holds the quiz. A quiz in the trash is not shown.
 *
 * <p>What must never happen: everybody is shown a version whose files are not there, or that moderation refuses now or has taken down.
 */
package app.vstrivia.api.publication.version;
