package app.vstrivia.api.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an owner says of a webhook.
 *
 * @param url {@code http} or {@code https}, port 80 or 443, of a machine that everybody can reach
 * @param format {@code standard} if it is not said
 * @param enabled true if it is not said
 */
public record WebhookDraft(
        @NotNull @Size(min = 1, max = 2_000) String url,
        @NotNull @Size(min = 1, max = 10) Set<@NotNull WebhookKind> kinds,
        @Schema(nullable = true) WebhookFormat format,
        @Schema(nullable = true) Boolean enabled) {
    WebhookFormat formatOrStandard() {
        return format == null ? WebhookFormat.STANDARD : format;
    }

    boolean isEnabled() {
        return enabled == null || enabled;
    }
}
