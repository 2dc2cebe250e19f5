package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The statements that end access, over all tables that grant some. */
final class AccessStore {
    private AccessStore() {}

    static Uni<Void> endRefreshing(Transaction transaction, UUID device) {
        return run(transaction, "DELETE FROM refresh_token WHERE device_id = ?", device);
    }

    /** Also the code for one more device that this one asked for. */
    static Uni<Void> end(Transaction transaction, PlayerId player, UUID device) {
        return run(transaction, "SELECT id FROM device WHERE id = ? FOR UPDATE", device)
                .chain(() -> endRefreshing(transaction, device))
                .chain(() -> run(
                        transaction, "DELETE FROM device_link WHERE player_id = ? AND device_id = ?", player, device))
                .chain(() -> voidTokens(transaction, player, device.toString(), false));
    }

    /** The player is locked. */
    static Uni<Void> endAll(Transaction transaction, PlayerId player, boolean renewable) {
        return run(transaction, "SELECT id FROM device WHERE player_id = ? ORDER BY id FOR UPDATE", player)
                .chain(() -> run(
                        transaction,
                        "DELETE r FROM refresh_token r JOIN device d ON d.id = r.device_id WHERE d.player_id = ?",
                        player))
                .chain(() -> run(transaction, "DELETE FROM device_link WHERE player_id = ?", player))
                .chain(() -> voidTokens(transaction, player, null, renewable));
    }

    /** Clients come back with their refresh tokens. */
    static Uni<Void> voidAccessTokens(Transaction transaction, PlayerId player) {
        return voidTokens(transaction, player, null, true);
    }

    /** {@code device} is null for all of them. NOW comes after the locks, and so after every token that got out. */
    private static Uni<Void> voidTokens(Transaction transaction, PlayerId player, String device, boolean renewable) {
        return run(
                transaction,
                "INSERT INTO revocation (player_id, device, revoked_at, renewable) VALUES (?, ?, NOW(6), ?)",
                player,
                device,
                renewable ? 1 : 0);
    }

    private static Uni<Void> run(Transaction transaction, String sql, Object... values) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Values.of(values))
                .replaceWithVoid();
    }
}
