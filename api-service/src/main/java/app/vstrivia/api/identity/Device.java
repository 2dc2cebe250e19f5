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

    /** Null while the device has access. */
    @Column(name = "revoked_at")
    LocalDateTime revokedAt;

    Device() {}

    Device(UUID id, Player player, DeviceSecret secret) {
        this.id = id;
        this.player = player;
        this.secretHash = secret.hash();
    }

    boolean accepts(DeviceSecret secret) {
        return secret.matches(secretHash) && revokedAt == null;
    }

    AuthenticatedDevice authenticated() {
        return new AuthenticatedDevice(id, new PlayerId(player.id), player.name);
    }
}
