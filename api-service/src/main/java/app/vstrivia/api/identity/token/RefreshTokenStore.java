package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code refresh_token}. */
@ApplicationScoped
class RefreshTokenStore {
    private final Pool pool;

    RefreshTokenStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> begin(Row row, Duration lifetime) {
        return add(pool, row, lifetime);
    }

    static Uni<Void> add(SqlClient client, Row row, Duration lifetime) {
        return client.preparedQuery("INSERT INTO refresh_token (hash, family, device_id, player_id, expires_at)"
                        + " VALUES (?, ?, ?, ?, NOW(6) + INTERVAL ? SECOND)")
                .execute(Values.of(
                        Buffer.buffer(row.hash()),
                        row.family(),
                        row.device().deviceId(),
                        row.device().playerId(),
                        lifetime.toSeconds()))
                .replaceWithVoid();
    }

    /** The token, spent or not, if it has not expired and its device has access; it is locked. */
    static Uni<Optional<Found>> lock(Transaction transaction, byte[] hash) {
        return transaction
                .connection()
                .preparedQuery("SELECT r.family, r.device_id, r.player_id, r.spent_at, p.name FROM refresh_token r"
                        + " JOIN device d ON d.id = r.device_id AND d.revoked_at IS NULL"
                        + " JOIN player p ON p.id = r.player_id"
                        + " WHERE r.hash = ? AND r.expires_at > NOW(6) FOR UPDATE")
                .execute(Values.of(Buffer.buffer(hash)))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Found(
                                new Row(
                                        hash,
                                        UuidV7.fromBuffer(row.getBuffer("family")),
                                        new AuthenticatedDevice(
                                                UuidV7.fromBuffer(row.getBuffer("device_id")),
                                                PlayerId.of(row.getBuffer("player_id")),
                                                row.getString("name"))),
                                row.getLocalDateTime("spent_at") != null)));
    }

    static Uni<Void> spend(Transaction transaction, Row row) {
        return transaction
                .connection()
                .preparedQuery("UPDATE refresh_token r JOIN device d ON d.id = r.device_id"
                        + " SET r.spent_at = NOW(6), d.last_seen_at = NOW(6) WHERE r.hash = ?")
                .execute(Values.of(Buffer.buffer(row.hash())))
                .replaceWithVoid();
    }

    /** Takes out what has expired, {@code most} at most; tells how many there were. */
    Uni<Integer> removeExpired(int most) {
        return pool.preparedQuery("DELETE FROM refresh_token WHERE expires_at < NOW(6) LIMIT ?")
                .execute(Values.of(most))
                .map(rows -> rows.rowCount());
    }

    /** A token that was given out. */
    record Row(byte[] hash, UUID family, AuthenticatedDevice device) {}

    record Found(Row row, boolean spent) {}
}
