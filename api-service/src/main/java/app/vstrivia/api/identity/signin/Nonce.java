package app.vstrivia.api.identity.signin;

import java.time.Instant;

/** What a client has its provider put into the ID token; good once. */
public record Nonce(String nonce, Instant expiresAt) {
    @Override
    public String toString() {
        return "Nonce[hidden]";
    }
}
