package app.vstrivia.api.identity.signin;

import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.identity.PlayerPutOut;
import app.vstrivia.api.identity.provider.IdTokenRefused;
import java.util.Locale;

/** What is noted of somebody whose identity was refused. */
final class Refusal {
    private Refusal() {}

    static boolean is(Throwable failure) {
        return failure instanceof IdTokenRefused
                || failure instanceof PlayerPutOut
                || failure instanceof TooManyIdentities;
    }

    /** With the reason, which the answer does not tell. */
    static AuditEntry noted(AuditEntry entry, Throwable failure) {
        if (failure instanceof IdTokenRefused refused) {
            return entry.with(
                    "reason", refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return failure instanceof PlayerPutOut putOut
                ? entry.on(putOut.player()).with("reason", "put-out")
                : entry.with("reason", "too-many-identities");
    }
}
