package app.vstrivia.api.moderation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to look at.
 *
 * @param id of the thing itself
 * @param status {@code pending}, {@code approved} or {@code refused}
 * @param labels what a machine saw, or why players reported it
 * @param preview opens it, for some minutes at least; null if it is gone
 */
public record ReviewView(
        UUID id,
        String kind,
        String status,
        List<String> labels,
        @Schema(nullable = true) String reason,
        Instant openedAt,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) URI preview) {
    static ReviewView of(Review review, URI preview) {
        return new ReviewView(
                review.id(),
                review.kind(),
                review.status(),
                review.labels(),
                review.reason(),
                review.openedAt(),
                review.decidedAt(),
                preview);
    }

    /** Without the link, which opens it for everybody. */
    @Override
    public String toString() {
        return "ReviewView[" + id + " " + status + "]";
    }
}
