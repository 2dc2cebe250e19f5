package app.vstrivia.api.webhook;

/**
 * A webhook that was made.
 *
 * @param secret {@code whsec_} and 32 bytes in Base64; it is shown this once
 */
public record NewWebhook(WebhookView webhook, String secret) {
    @Override
    public String toString() {
        return "NewWebhook[" + webhook + ", hidden]";
    }
}
