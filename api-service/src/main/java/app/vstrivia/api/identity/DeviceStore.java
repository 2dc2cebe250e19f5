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

/** Every query on {@code device}. */
@ApplicationScoped
class DeviceStore {
    private final Pool pool;

    DeviceStore(Pool pool) {
        this.pool = pool;
    }

    static Uni<Void> add(Transaction transaction, PlayerId player, UUID device, byte[] secretHash, String name) {
        return changed(
                        transaction.connection(),
                        "INSERT INTO device (id, player_id, secret_hash, name) VALUES (?, ?, ?, ?)",
                        device,
                        player,
                        Buffer.buffer(secretHash),
                        name)
                .replaceWithVoid();
    }

    /**
     * The device, locked. SYSDATE is the moment after the lock was got, where NOW would be the one before it was waited
     * for. The player's row is only read.
     */
    static Uni<Optional<Device>> lock(Transaction transaction, UUID id) {
        return transaction
                .connection()
                .preparedQuery("SELECT id, player_id, secret_hash, old_secret_hash, old_secret_until, last_seen_at,"
                        + " revoked_at, SYSDATE(6) AS moment,"
                        + " (SELECT erase_at FROM player WHERE id = device.player_id) AS erase_at"
                        + " FROM device WHERE id = ? FOR UPDATE")
                .execute(Values.of(id))
                .map(rows -> rows.stream().findFirst().map(DeviceStore::device));
    }

    private static Device device(Row row) {
        Buffer oldSecretHash = row.getBuffer("old_secret_hash");
        return new Device(
                UuidV7.fromBuffer(row.getBuffer("id")),
                PlayerId.of(row.getBuffer("player_id")),
                row.getBuffer("secret_hash").getBytes(),
                oldSecretHash == null ? null : oldSecretHash.getBytes(),
                instant(row, "old_secret_until"),
                instant(row, "last_seen_at"),
                row.getLocalDateTime("revoked_at") != null,
                row.getLocalDateTime("erase_at") != null,
                instant(row, "moment"));
    }

    /** Those that have access, the newest first. */
    Uni<List<DeviceView>> of(PlayerId player, UUID current) {
        return of(pool, player, current);
    }

    /** The same; the player is locked, so that they stay so. */
    static Uni<List<DeviceView>> of(Transaction transaction, PlayerId player, UUID current) {
        return of(transaction.connection(), player, current);
    }

    private static Uni<List<DeviceView>> of(SqlClient client, PlayerId player, UUID current) {
        return client.preparedQuery("SELECT id, name, created_at, last_seen_at FROM device"
                        + " WHERE player_id = ? AND revoked_at IS NULL ORDER BY created_at DESC, id")
                .execute(Values.of(player))
                .map(rows -> rows.stream().map(row -> view(row, current)).toList());
    }

    private static DeviceView view(Row row, UUID current) {
        UUID id = UuidV7.fromBuffer(row.getBuffer("id"));
        return new DeviceView(
                id,
                row.getString("name"),
                instant(row, "created_at"),
                instant(row, "last_seen_at"),
                id.equals(current));
    }

    private static Instant instant(Row row, String column) {
        LocalDateTime time = row.getLocalDateTime(column);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** The ids of those that have access; the player is locked, so that they stay so. */
    static Uni<List<UUID>> ids(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT id FROM device WHERE player_id = ? AND revoked_at IS NULL ORDER BY id")
                .execute(Values.of(player))
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** Notes that the device is in use. */
    static Uni<Void> seen(Transaction transaction, UUID device) {
        return changed(transaction.connection(), "UPDATE device SET last_seen_at = NOW(6) WHERE id = ?", device)
                .replaceWithVoid();
    }

    static Uni<Void> rename(Transaction transaction, UUID device, String name) {
        return changed(transaction.connection(), "UPDATE device SET name = ? WHERE id = ?", name, device)
                .replaceWithVoid();
    }

    /** The secret so far is good for {@code graceSeconds} more. */
    static Uni<Void> replaceSecret(Transaction transaction, UUID device, byte[] hash, int graceSeconds) {
        return changed(
                        transaction.connection(),
                        "UPDATE device SET old_secret_hash = secret_hash,"
                                + " old_secret_until = NOW(6) + INTERVAL ? SECOND, secret_hash = ? WHERE id = ?",
                        graceSeconds,
                        Buffer.buffer(hash),
                        device)
                .replaceWithVoid();
    }

    /** The secret so far is good no more; the one before stays good for as long as it was. */
    static Uni<Void> replaceLostSecret(Transaction transaction, UUID device, byte[] hash) {
        return changed(
                        transaction.connection(),
                        "UPDATE device SET secret_hash = ? WHERE id = ?",
                        Buffer.buffer(hash),
                        device)
                .replaceWithVoid();
    }

    /** Takes a device's access for good; whether it had any. */
    static Uni<Boolean> revoke(Transaction transaction, PlayerId player, UUID device) {
        return changed(
                transaction.connection(),
                "UPDATE device SET revoked_at = NOW(6) WHERE id = ? AND player_id = ? AND revoked_at IS NULL",
                device,
                player);
    }

    /** The same for all devices of a player. */
    static Uni<Void> revokeAll(Transaction transaction, PlayerId player) {
        return changed(
                        transaction.connection(),
                        "UPDATE device SET revoked_at = NOW(6) WHERE player_id = ? AND revoked_at IS NULL",
                        player)
                .replaceWithVoid();
    }

    private static Uni<Boolean> changed(SqlClient client, String sql, Object... values) {
        return client.preparedQuery(sql).execute(Values.of(values)).map(rows -> rows.rowCount() > 0);
    }
}
