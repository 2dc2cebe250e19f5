package app.vstrivia.api.media;

import app.vstrivia.api.moderation.ReviewStatus;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import app.vstrivia.model.protocol.MediaEvent;
import app.vstrivia.model.protocol.PlayerEvent.MediumChanged;
import app.vstrivia.model.protocol.PlayerEvent.MediumChanged.Review;
import app.vstrivia.model.protocol.PlayerEvent.MediumChanged.Status;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Tells owners what becomes of their media. */
@ApplicationScoped
class MediumNews {
    private final Webhooks webhooks;

    MediumNews(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Its file is there. */
    Uni<Void> arrived(Transaction transaction, Medium medium) {
        return MediaStreams.tell(
                transaction,
                medium,
                new MediaEvent.MediaArrived(
                        MediaEvent.Kind.valueOf(medium.kind().name()), medium.bytes()));
    }

    /** What is shown of it is there. */
    Uni<Void> ready(Transaction transaction, Medium medium, ReviewStatus review) {
        return MediaStreams.tell(transaction, medium, new MediaEvent.MediaReady(review(review)))
                .chain(() -> tell(transaction, medium, Status.READY, review));
    }

    /** It is nothing that we take. */
    Uni<Void> refused(Transaction transaction, Medium medium) {
        return MediaStreams.tell(
                        transaction,
                        medium,
                        new MediaEvent.MediaRefused(medium.refusal().wire()))
                .chain(() -> tell(transaction, medium, Status.REFUSED, ReviewStatus.PENDING));
    }

    /** Moderation has decided on it. */
    Uni<Void> reviewed(Transaction transaction, Medium medium, ReviewStatus review) {
        return MediaStreams.tell(transaction, medium, new MediaEvent.MediaReviewed(review(review)))
                .chain(() -> tell(transaction, medium, Status.READY, review));
    }

    private static MediaEvent.Review review(ReviewStatus review) {
        return MediaEvent.Review.valueOf(review.name());
    }

    private Uni<Void> tell(Transaction transaction, Medium medium, Status status, ReviewStatus review) {
        if (medium.isNobodys()) {
            return Uni.createFrom().voidItem();
        }
        transaction.tell(
                StreamId.of(medium.owner()), new MediumChanged(medium.id(), status, Review.valueOf(review.name())));
        boolean refused = status == Status.REFUSED || review == ReviewStatus.REFUSED;
        Map<String, String> data = new HashMap<>();
        data.put("mediumId", medium.id().toString());
        data.put("kind", medium.kind().wire());
        data.put("review", review.wire());
        if (refused) {
            data.put(
                    "reason",
                    medium.refusal() == null ? "moderation" : medium.refusal().wire());
        }
        return webhooks.announce(
                transaction, refused ? WebhookKind.MEDIA_REFUSED : WebhookKind.MEDIA_READY, medium.owner(), data);
    }
}
