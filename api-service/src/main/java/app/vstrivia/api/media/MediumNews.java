package app.vstrivia.api.media;

import app.vstrivia.api.moderation.ReviewStatus;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.protocol.PlayerEvent.MediumChanged;
import app.vstrivia.model.protocol.PlayerEvent.MediumChanged.Review;
import app.vstrivia.model.protocol.PlayerEvent.MediumChanged.Status;
import app.vstrivia.model.stream.StreamId;

/** Tells owners what becomes of their media. */
final class MediumNews {
    private MediumNews() {}

    /** What it becomes with {@code transaction}. */
    static void tell(Transaction transaction, Medium medium, Status status, ReviewStatus review) {
        if (medium.isNobodys()) {
            return;
        }
        transaction.tell(
                StreamId.of(medium.owner()), new MediumChanged(medium.id(), status, Review.valueOf(review.name())));
    }
}
