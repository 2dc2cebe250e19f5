package app.vstrivia.api.webhook;

import java.util.UUID;

/**
 * A webhook's secret, which is shown this once.
 *
 * @param secret {@code whsec_} and 32 bytes in Base64
 */
public record IssuedSecret(UUID webhookId, String secret) {
    @Override
    public String toString() {
        return "IssuedSecret[hidden]";
    }
}
