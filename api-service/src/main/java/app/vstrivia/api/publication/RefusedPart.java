package app.vstrivia.api.publication;

import app.vstrivia.model.id.UuidV7;
import java.util.UUID;

/** What a version shows and nobody may see: a medium that moderation refused, or a question that was retired. */
record RefusedPart(boolean isMedium, UUID id) {
    private static final String MEDIUM = "medium:";
    private static final String QUESTION = "question:";

    static RefusedPart medium(UUID id) {
        return new RefusedPart(true, id);
    }

    static RefusedPart question(UUID id) {
        return new RefusedPart(false, id);
    }

    /** @throws IllegalArgumentException if it is not a {@link #text} */
    static RefusedPart parse(String text) {
        boolean medium = text.startsWith(MEDIUM);
        return new RefusedPart(medium, UuidV7.parse(text.substring((medium ? MEDIUM : QUESTION).length())));
    }

    /** Names the job. */
    String text() {
        return (isMedium ? MEDIUM : QUESTION) + id;
    }
}
