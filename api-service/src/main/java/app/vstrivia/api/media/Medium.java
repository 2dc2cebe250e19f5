package app.vstrivia.api.media;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A picture or a video, as its row has it.
 *
 * @param refusal null unless it is refused
 * @param review {@code pending}, {@code approved} or {@code refused}
 * @param bytes of the file as it came
 * @param look unknown until it is ready
 */
public record Medium(
        UUID id,
        PlayerId owner,
        MediumKind kind,
        MediumStatus status,
        Unfitness refusal,
        String review,
        String type,
        long bytes,
        Look look,
        Instant createdAt) {
    /** Owns what stays when its owner leaves: no player has this id. */
    static final PlayerId NOBODY = new PlayerId(new UUID(0, 0));

    /** Owns what its owner deleted while others show it to everybody: moderation may refuse that still, and nobody else finds it. */
    static final PlayerId RELEASED = new PlayerId(new UUID(0, 1));

    private static final String APPROVED = "approved";
    private static final String REFUSED = "refused";

    /** Nobody needs the file as it came any more. */
    boolean isDone() {
        return status == MediumStatus.READY || status == MediumStatus.REFUSED;
    }

    /** Nobody sees it but those who may decide otherwise. */
    boolean isRefusedByModeration() {
        return status == MediumStatus.READY && review.equals(REFUSED);
    }

    boolean isFor(PlayerId who) {
        return owner.equals(who) || isForAll();
    }

    /** Everybody may see it. */
    boolean isForAll() {
        return status == MediumStatus.READY && review.equals(APPROVED) && !isReleased();
    }

    /** What shows it may go on. */
    boolean isApproved() {
        return review.equals(APPROVED);
    }

    /** Its owner has deleted it. */
    boolean isReleased() {
        return owner.equals(RELEASED);
    }

    /** Whether there is nobody to be told of it. */
    boolean isNobodys() {
        return owner.equals(NOBODY) || isReleased();
    }
}
