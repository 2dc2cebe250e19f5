package app.vstrivia.api.identity.role;

import java.time.Instant;

/** What makes whoever has it the first admin, once. */
public record AdminClaim(String code, Instant expiresAt) {
    @Override
    public String toString() {
        return "AdminClaim[hidden]";
    }
}
