package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code device_link}. */
final class LinkStore {
    private LinkStore() {}

    /** In place of what the player had. */
    static Uni<Void> add(Transaction transaction, PlayerId player, UUID device, byte[] codeHash, int seconds) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO device_link (code_hash, player_id, device_id, expires_at)"
                        + " VALUES (?, ?, ?, NOW(6) + INTERVAL ? SECOND) ON DUPLICATE KEY UPDATE"
                        + " code_hash = VALUES(code_hash), device_id = VALUES(device_id),"
                        + " expires_at = VALUES(expires_at)")
                .execute(Values.of(Buffer.buffer(codeHash), player, device, seconds))
                .replaceWithVoid();
    }

    /** Whose code it is, if it is good; nothing is locked. */
    static Uni<Optional<PlayerId>> owner(Transaction transaction, byte[] codeHash) {
        return transaction
                .connection()
                .preparedQuery("SELECT player_id FROM device_link WHERE code_hash = ? AND expires_at > NOW(6)")
                .execute(Values.of(Buffer.buffer(codeHash)))
                .map(rows -> rows.stream().findFirst().map(row -> PlayerId.of(row.getBuffer(0))));
    }

    /** Uses a code up; whether it was good. */
    static Uni<Boolean> take(Transaction transaction, byte[] codeHash) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM device_link WHERE code_hash = ? AND expires_at > NOW(6)")
                .execute(Values.of(Buffer.buffer(codeHash)))
                .map(rows -> rows.rowCount() > 0);
    }
}
