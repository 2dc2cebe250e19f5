package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person. */
@Entity
@Table(name = "player")
class Player {
    @Id
    @JdbcTypeCode(SqlTypes.BINARY)
    UUID id;

    @Column(nullable = false)
    String name;

    /** UTC, set by the database. */
    @Column(name = "created_at", insertable = false, updatable = false)
    LocalDateTime createdAt;

    /** When all of the player is to be erased; null for one who stays. */
    @Column(name = "erase_at", insertable = false, updatable = false)
    LocalDateTime eraseAt;

    Player() {}

    PlayerView toView() {
        return new PlayerView(
                new PlayerId(id), name, createdAt.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
    }
}
