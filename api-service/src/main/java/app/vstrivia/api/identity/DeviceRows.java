package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries with which players look after their devices. */
@ApplicationScoped
class DeviceRows {
    private final Pool pool;

    DeviceRows(Pool pool) {
        this.pool = pool;
    }

    /** Those that have access, the newest first. */
    Uni<List<DeviceView>> of(PlayerId player, UUID current) {
        return pool.preparedQuery("SELECT id, name, created_at, last_seen_at FROM device"
                        + " WHERE player_id = ? AND revoked_at IS NULL ORDER BY created_at DESC, id")
                .execute(Values.of(player))
                .map(rows -> rows.stream().map(row -> view(row, current)).toList());
    }

    private static DeviceView view(Row row, UUID current) {
        UUID id = UuidV7.fromBuffer(row.getBuffer("id"));
        return new DeviceView(
                id,
                row.getString("name"),
                instant(row.getLocalDateTime("created_at")),
                instant(row.getLocalDateTime("last_seen_at")),
                id.equals(current));
    }

    private static Instant instant(LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** Notes that the device is in use. */
    Uni<Void> seen(UUID device) {
        return pool.preparedQuery("UPDATE device SET last_seen_at = NOW(6) WHERE id = ?")
                .execute(Values.of(device))
                .replaceWithVoid();
    }

    /** Whether there is such a device. */
    Uni<Boolean> rename(PlayerId player, UUID device, String name) {
        return changed(
                pool,
                "UPDATE device SET name = ? WHERE id = ? AND player_id = ? AND revoked_at IS NULL",
                name,
                device,
                player);
    }

    /** Whether the device had access. */
    static Uni<Boolean> revoke(Transaction transaction, PlayerId player, UUID device) {
        return changed(
                transaction.connection(),
                "UPDATE device SET revoked_at = NOW(6) WHERE id = ? AND player_id = ? AND revoked_at IS NULL",
                device,
                player);
    }

    /** Takes the access from all devices of a player; tells how many there are. */
    static Uni<Integer> revokeAll(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("UPDATE device SET revoked_at = NOW(6) WHERE player_id = ?")
                .execute(Values.of(player))
                .map(rows -> rows.rowCount());
    }

    /** The player's devices that have access, but for one; their rows are locked. */
    static Uni<List<UUID>> others(Transaction transaction, PlayerId player, UUID current) {
        return transaction
                .connection()
                .preparedQuery(
                        "SELECT id FROM device WHERE player_id = ? AND id <> ? AND revoked_at IS NULL ORDER BY id FOR UPDATE")
                .execute(Values.of(player, current))
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** Whether there is such a device; the secret so far is good for {@code graceSeconds} more. */
    Uni<Boolean> replaceSecret(PlayerId player, UUID device, byte[] hash, int graceSeconds) {
        return changed(
                pool,
                "UPDATE device SET old_secret_hash = secret_hash, old_secret_until = NOW(6) + INTERVAL ? SECOND,"
                        + " secret_hash = ? WHERE id = ? AND player_id = ? AND revoked_at IS NULL",
                graceSeconds,
                Buffer.buffer(hash),
                device,
                player);
    }

    /** In place of what the player had. */
    Uni<Void> addLink(PlayerId player, byte[] codeHash, int seconds) {
        return pool.preparedQuery("INSERT INTO device_link (code_hash, player_id, expires_at)"
                        + " VALUES (?, ?, NOW(6) + INTERVAL ? SECOND) ON DUPLICATE KEY UPDATE"
                        + " code_hash = VALUES(code_hash), expires_at = VALUES(expires_at)")
                .execute(Values.of(Buffer.buffer(codeHash), player, seconds))
                .replaceWithVoid();
    }

    /** Uses a code up; whose it was, if it was good. */
    static Uni<Optional<PlayerId>> takeLink(Transaction transaction, byte[] codeHash) {
        Buffer hash = Buffer.buffer(codeHash);
        return transaction
                .connection()
                .preparedQuery(
                        "SELECT player_id FROM device_link WHERE code_hash = ? AND expires_at > NOW(6) FOR UPDATE")
                .execute(Values.of(hash))
                .map(rows -> rows.stream().findFirst().map(row -> PlayerId.of(row.getBuffer(0))))
                .call(() -> transaction
                        .connection()
                        .preparedQuery("DELETE FROM device_link WHERE code_hash = ?")
                        .execute(Values.of(hash)));
    }

    /** How many devices of the player have access; the player's row is locked, so that it stays so. */
    static Uni<Integer> count(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT id FROM player WHERE id = ? FOR UPDATE")
                .execute(Values.of(player))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery("SELECT COUNT(*) FROM device WHERE player_id = ? AND revoked_at IS NULL")
                        .execute(Values.of(player)))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    static Uni<Void> add(Transaction transaction, PlayerId player, UUID device, byte[] secretHash, String name) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO device (id, player_id, secret_hash, name) VALUES (?, ?, ?, ?)")
                .execute(Values.of(device, player, Buffer.buffer(secretHash), name))
                .replaceWithVoid();
    }

    private static Uni<Boolean> changed(SqlClient client, String sql, Object... values) {
        return client.preparedQuery(sql).execute(Values.of(values)).map(rows -> rows.rowCount() > 0);
    }
}
