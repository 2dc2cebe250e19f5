package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;

/** Writes whose access was revoked. */
final class RevocationStore {
    private RevocationStore() {}

    /** Takes their secrets' worth from all devices of a player; tells how many there are. */
    static Uni<Integer> revokeDevices(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("UPDATE device SET revoked_at = NOW(6) WHERE player_id = ?")
                .execute(Values.of(player))
                .map(rows -> rows.rowCount());
    }

    /** Ends every access token that the player's devices have. */
    static Uni<Void> revokeTokens(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO revocation (player_id, device, revoked_at) VALUES (?, NULL, NOW(6))")
                .execute(Values.of(player))
                .replaceWithVoid();
    }
}
