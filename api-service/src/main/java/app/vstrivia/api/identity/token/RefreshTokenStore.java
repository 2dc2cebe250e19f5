package app.vstrivia.api.identity.token;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code refresh_token}. A row is changed only while its device is locked. */
final class RefreshTokenStore {
    private RefreshTokenStore() {}

    /** In place of the family that the device had. */
    static Uni<Void> begin(Transaction transaction, UUID device, byte[] familyHash, Family family) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO refresh_token (device_id, family_hash, hash, repeats, expires_at, ends_at)"
                        + " VALUES (?, ?, ?, 0, ?, ?) ON DUPLICATE KEY UPDATE family_hash = VALUES(family_hash),"
                        + " hash = VALUES(hash), spent_hash = NULL, spent_at = NULL, repeats = 0,"
                        + " expires_at = VALUES(expires_at), ends_at = VALUES(ends_at)")
                .execute(Values.of(
                        device,
                        Buffer.buffer(familyHash),
                        Buffer.buffer(family.hash()),
                        dateTime(family.expiresAt()),
                        dateTime(family.endsAt())))
                .replaceWithVoid();
    }

    /** Whose family it is; nothing is locked. */
    static Uni<Optional<UUID>> device(Transaction transaction, byte[] familyHash) {
        return transaction
                .connection()
                .preparedQuery("SELECT device_id FROM refresh_token WHERE family_hash = ?")
                .execute(Values.of(Buffer.buffer(familyHash)))
                .map(rows -> rows.stream().findFirst().map(row -> UuidV7.fromBuffer(row.getBuffer(0))));
    }

    /** The family, if its last token has not expired. */
    static Uni<Optional<Family>> get(Transaction transaction, byte[] familyHash) {
        return transaction
                .connection()
                .preparedQuery("SELECT hash, spent_hash, spent_at, repeats, expires_at, ends_at FROM refresh_token"
                        + " WHERE family_hash = ? AND expires_at > NOW(6)")
                .execute(Values.of(Buffer.buffer(familyHash)))
                .map(rows -> rows.stream().findFirst().map(RefreshTokenStore::family));
    }

    private static Family family(Row row) {
        Buffer spent = row.getBuffer("spent_hash");
        return new Family(
                row.getBuffer("hash").getBytes(),
                spent == null ? null : spent.getBytes(),
                spent == null ? null : instant(row, "spent_at"),
                row.getInteger("repeats"),
                instant(row, "expires_at"),
                instant(row, "ends_at"));
    }

    static Uni<Void> update(Transaction transaction, UUID device, Family family) {
        return transaction
                .connection()
                .preparedQuery("UPDATE refresh_token SET hash = ?, spent_hash = ?, spent_at = ?, repeats = ?,"
                        + " expires_at = ? WHERE device_id = ?")
                .execute(Values.of(
                        Buffer.buffer(family.hash()),
                        Buffer.buffer(family.spentHash()),
                        dateTime(family.spentAt()),
                        family.repeats(),
                        dateTime(family.expiresAt()),
                        device))
                .replaceWithVoid();
    }

    private static Instant instant(Row row, String column) {
        return row.getLocalDateTime(column).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime dateTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
