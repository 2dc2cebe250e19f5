package app.vstrivia.api.question;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A category that has questions.
 *
 * @param id its slug
 * @param parent the id of the wider category, which is listed if it has questions of its own; null for none
 * @param questions how many there are to play, of all languages and difficulties, those of narrower categories not counted
 */
public record CategoryView(
        String id, String name, @Schema(nullable = true) String parent, long questions) {}
