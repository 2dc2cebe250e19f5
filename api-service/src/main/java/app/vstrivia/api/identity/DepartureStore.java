package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** The queries about players who leave. */
final class DepartureStore {
    /** All that this feature knows of a player, what refers to something before that to which it refers. */
    private static final List<String> ERASE = List.of(
            "DELETE r FROM refresh_token r JOIN device d ON d.id = r.device_id WHERE d.player_id = ?",
            "DELETE FROM device_link WHERE player_id = ?",
            "DELETE FROM merge_offer WHERE guest_id = ?",
            "DELETE FROM merge_offer WHERE player_id = ?",
            "DELETE FROM linked_identity WHERE player_id = ?",
            "DELETE FROM login WHERE player_id = ?",
            "DELETE FROM player_role WHERE player_id = ?",
            "DELETE FROM revocation WHERE player_id = ?",
            "DELETE FROM device WHERE player_id = ?",
            "DELETE FROM player WHERE id = ?");

    private DepartureStore() {}

    static Uni<Void> begin(Transaction transaction, PlayerId player, Duration delay) {
        return transaction
                .connection()
                .preparedQuery("UPDATE player SET erase_at = COALESCE(erase_at, NOW(6) + INTERVAL ? SECOND)"
                        + " WHERE id = ? OR merged_into = ?")
                .execute(Values.of(delay.toSeconds(), player, player))
                .replaceWithVoid();
    }

    static Uni<Void> cancel(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("UPDATE player SET erase_at = NULL WHERE id = ? OR merged_into = ?")
                .execute(Values.of(player, player))
                .replaceWithVoid();
    }

    /** Those that were merged into the player. */
    static Uni<List<PlayerId>> merged(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT id FROM player WHERE merged_into = ?")
                .execute(Values.of(player))
                .map(rows ->
                        rows.stream().map(row -> PlayerId.of(row.getBuffer(0))).toList());
    }

    static Uni<Void> erase(Transaction transaction, PlayerId player) {
        return Multi.createFrom()
                .iterable(ERASE)
                .onItem()
                .transformToUniAndConcatenate(
                        sql -> transaction.connection().preparedQuery(sql).execute(Values.of(player)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
