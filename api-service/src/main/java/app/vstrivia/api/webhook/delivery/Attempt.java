package app.vstrivia.api.webhook.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attempt to send something.
 *
 * @param at when it ended
 * @param responseStatus null if nothing answered
 * @param error why nothing did: {@code timeout}, {@code address} or {@code unreachable}; else null
 * @param response up to 100 characters of what was answered; null if nothing was
 */
@Schema(name = "DeliveryAttempt")
public record Attempt(
        Instant at,
        int durationMs,
        @Schema(nullable = true) Integer responseStatus,
        @Schema(nullable = true) String error,
        @Schema(nullable = true) String response) {}
