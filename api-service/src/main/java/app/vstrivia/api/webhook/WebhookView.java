package app.vstrivia.api.webhook;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook, without its secret.
 *
 * @param disabledAt since when nothing is sent; null while it is enabled
 * @param failingSince since when nothing has arrived; null if the last attempt was good
 */
public record WebhookView(
        UUID id,
        String url,
        Set<WebhookKind> kinds,
        WebhookFormat format,
        boolean enabled,
        @Schema(nullable = true) Instant disabledAt,
        @Schema(nullable = true) DisabledWhy disabledWhy,
        @Schema(nullable = true) Instant failingSince,
        Instant createdAt) {}
