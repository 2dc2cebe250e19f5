package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A device that wants something for itself, as it is while its row is locked.
 *
 * @param oldSecretHash of the secret before, which is good until {@code oldSecretUntil}; null if there is none
 * @param lastSeenAt null if it was never seen
 * @param revoked whether its access was taken
 * @param leaving whether its player is about to be erased
 * @param now by the database's clock, after the row was locked
 */
record Device(
        UUID id,
        PlayerId playerId,
        byte[] secretHash,
        byte[] oldSecretHash,
        Instant oldSecretUntil,
        Instant lastSeenAt,
        boolean revoked,
        boolean leaving,
        Instant now) {
    private static final int SEEN_S = 3_600;

    boolean accepts(Secret secret) {
        return !revoked && knows(secret);
    }

    /** Whether the secret is the device's, which may have lost its access all the same. */
    boolean knows(Secret secret) {
        return isCurrent(secret) || isOld(secret);
    }

    boolean isCurrent(Secret secret) {
        return secret.matches(secretHash);
    }

    private boolean isOld(Secret secret) {
        return oldSecretHash != null && secret.matches(oldSecretHash) && now.isBefore(oldSecretUntil);
    }

    /** Whether its last use was noted within the last hour. */
    boolean seenLately() {
        return lastSeenAt != null && now.isBefore(lastSeenAt.plusSeconds(SEEN_S));
    }

    AuthenticatedDevice authenticated() {
        return new AuthenticatedDevice(id, playerId, leaving, now);
    }

    @Override
    public String toString() {
        return "Device[" + id + "]";
    }
}
