package app.vstrivia.api.publication.document;

import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.MediumKind;
import java.util.Map;
import java.util.UUID;

/** Whether a quiz has all that a version needs. */
public final class Completeness {
    private Completeness() {}

    /**
     * @param media those that there are
     * @throws Unpublishable if something is missing
     */
    public static void require(FrozenQuiz quiz, Map<UUID, Exhibit> media) {
        if (quiz.items().isEmpty()) {
            throw new Unpublishable("no-questions", "The quiz has no questions.");
        }
        for (int i = 0; i < quiz.items().size(); i++) {
            FrozenItem item = quiz.items().get(i);
            String which = "Question " + (i + 1);
            if (!item.approved()) {
                throw new Unpublishable("question-not-approved", which + " is one of the bank that is not approved.");
            }
            if (item.hasMedium()) {
                MediumKind kind = MediumKind.valueOf(item.mediaKind().name());
                require(item.medium().map(media::get).orElse(null), kind, which);
            }
        }
        if (quiz.cover() != null) {
            require(media.get(quiz.cover()), MediumKind.PICTURE, "The cover");
        }
    }

    private static void require(Exhibit medium, MediumKind kind, String whose) {
        if (medium == null || medium.kind() != kind) {
            throw new Unpublishable("medium-missing", whose + " names a picture or video that is not there.");
        }
        if (!medium.ready()) {
            throw new Unpublishable("medium-not-ready", whose + " names a picture or video that is not ready.");
        }
    }

    /** @throws Unpublishable if there is one that others may not see */
    public static void requireApproved(Map<UUID, Exhibit> media) {
        if (!media.values().stream().allMatch(Exhibit::approved)) {
            throw notApproved();
        }
    }

    public static Unpublishable retired() {
        return new Unpublishable("question-not-approved", "A question of the bank was retired meanwhile.");
    }

    public static Unpublishable takenDown() {
        return new Unpublishable(
                "version-taken-down",
                "A moderator has taken the same down meanwhile; change it before it is published.");
    }

    public static Unpublishable notApproved() {
        return new Unpublishable(
                "medium-not-approved",
                "Nobody has approved one of the pictures and videos yet; publish it again then.");
    }
}
