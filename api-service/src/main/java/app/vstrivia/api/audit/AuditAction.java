package app.vstrivia.api.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is noted. The names are kept for years: none is ever changed. */
public enum AuditAction {
    /** A device traded its secret for tokens. */
    SIGN_IN,
    /** Somebody tried to, for a device, with a secret that is not right. */
    SIGN_IN_REFUSED,
    /** A refresh token was used a second time; its device has no access any more. */
    REFRESH_TOKEN_REUSED,
    /** A player's code let one more device in. */
    DEVICE_LINKED,
    /** A player took a device's access. */
    DEVICE_REVOKED,
    /** Somebody may sign in with an identity of a provider from now on, or no longer. */
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** A guest became part of another player. */
    PLAYERS_MERGED,
    /** A player asked to be erased, and has no roles any more. */
    ERASURE_REQUESTED,
    /** An admin put a player out. */
    PLAYER_REVOKED,
    ROLE_GRANTED,
    ROLE_TAKEN,
    /** A code for the first admin was given out. */
    ADMIN_CLAIM_ISSUED,
    /** Somebody became the first admin with such a code. */
    ADMIN_CLAIMED,
    ADMIN_CLAIM_REFUSED,
    /** An import of questions ended, or broke off. */
    QUESTIONS_IMPORTED;

    /** As it is stored and shown: {@code role-granted}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AuditAction> of(String wire) {
        return Stream.of(values()).filter(action -> action.wire().equals(wire)).findFirst();
    }
}
