package app.vstrivia.api.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event that is or was sent to a webhook, with what the last attempt came to.
 *
 * @param id the {@code webhook-id} of each attempt
 * @param kind one of those that webhooks have, or {@code webhook.test}
 * @param body as it is sent in the format {@code standard}
 * @param nextAttemptAt of one that is pending
 * @param responseStatus null if nothing answered
 * @param error why nothing did: {@code timeout}, {@code address}, {@code unreachable}; or {@code disabled}, if nothing was sent
 * @param response up to 500 characters of what was answered
 * @param tries the last ten attempts, the oldest first, those before a replay included
 */
public record DeliveryView(
        UUID id,
        String kind,
        String body,
        DeliveryStatus status,
        int attempts,
        Instant createdAt,
        @Schema(nullable = true) Instant nextAttemptAt,
        @Schema(nullable = true) Instant triedAt,
        @Schema(nullable = true) Integer durationMs,
        @Schema(nullable = true) Integer responseStatus,
        @Schema(nullable = true) String error,
        @Schema(nullable = true) String response,
        List<Attempt> tries) {}
