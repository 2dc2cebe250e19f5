package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An app or browser that registered itself. */
@Entity
@Table(name = "device")
class Device {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "player_id", nullable = false)
    Player player;

    @Column(name = "secret_hash", nullable = false)
    byte[] secretHash;

    /** The one before, which is good until {@link #oldSecretUntil}; null if there is none. */
    @Column(name = "old_secret_hash")
    byte[] oldSecretHash;

    @Column(name = "old_secret_until")
    LocalDateTime oldSecretUntil;

    @Column(name = "last_seen_at")
    LocalDateTime lastSeenAt;

    /** Null while the device has access. */
    @Column(name = "revoked_at")
    LocalDateTime revokedAt;

    Device() {}

    Device(UUID id, Player player, Secret secret) {
        this.id = id;
        this.player = player;
        this.secretHash = secret.hash();
    }

    /** @param now the database's time is UTC */
    boolean accepts(Secret secret, LocalDateTime now) {
        boolean good = secret.matches(secretHash)
                || oldSecretHash != null && secret.matches(oldSecretHash) && now.isBefore(oldSecretUntil);
        return good && revokedAt == null;
    }

    /** Whether its last use was noted within the last hour. */
    boolean seenLately(LocalDateTime now) {
        return lastSeenAt != null && now.isBefore(lastSeenAt.plusHours(1));
    }

    AuthenticatedDevice authenticated() {
        return new AuthenticatedDevice(id, new PlayerId(player.id), player.name);
    }
}
