package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.webhook.WebhookFormat;
import app.vstrivia.api.webhook.WebhookSecret;
import app.vstrivia.model.id.PlayerId;
import java.util.List;
import java.util.UUID;

/**
 * One delivery with what it takes to send it.
 *
 * @param body in the format {@code standard}
 * @param attempts so far
 * @param secrets those that sign: the present one, and for a time the one before
 */
record Parcel(
        UUID id,
        UUID webhook,
        PlayerId owner,
        String body,
        int attempts,
        String url,
        WebhookFormat format,
        List<WebhookSecret> secrets) {
    /** It may be a secret, as the address of a chat's webhook is. */
    @Override
    public String toString() {
        return "Parcel[" + id + "]";
    }
}
