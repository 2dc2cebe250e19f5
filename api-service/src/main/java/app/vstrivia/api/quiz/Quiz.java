package app.vstrivia.api.quiz;

import java.time.Instant;

/**
 * A quiz as one of its members finds it.
 *
 * @param access the member's
 * @param updatedAt when it was saved last
 * @param trashedAt null if it is not in the trash
 */
public record Quiz(QuizContent content, QuizAccess access, Instant createdAt, Instant updatedAt, Instant trashedAt) {
    /**
     * The quiz, for who wants to change it.
     *
     * @param needed what the member must be to do that
     * @throws NotAllowed if the member is less
     * @throws QuizInTrash if it is in the trash
     */
    public Quiz changeable(QuizAccess needed) {
        requireAccess(needed);
        if (trashedAt != null) {
            throw new QuizInTrash();
        }
        return this;
    }

    /** @throws NotAllowed if the member is less than {@code needed} */
    public void requireAccess(QuizAccess needed) {
        if (!access.allows(needed)) {
            throw new NotAllowed();
        }
    }
}
