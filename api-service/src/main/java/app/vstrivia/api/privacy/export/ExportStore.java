package app.vstrivia.api.privacy.export;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.Optional;

/** Every query on {@code player_export}. */
@ApplicationScoped
class ExportStore {
    private static final String SELECT =
            "SELECT requested_at, made_at, NOW(6) AS moment FROM player_export WHERE player_id = ?";

    private final Pool pool;

    ExportStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Export>> get(PlayerId player) {
        return one(pool, SELECT, player);
    }

    /** It is locked. */
    Uni<Optional<Export>> lock(Transaction transaction, PlayerId player) {
        return one(transaction.connection(), SELECT + " FOR UPDATE", player);
    }

    private static Uni<Optional<Export>> one(SqlClient client, String sql, PlayerId player) {
        return client.preparedQuery(sql).execute(Values.of(player)).map(rows -> rows.stream()
                .findFirst()
                .map(row -> new Export(row.getLocalDateTime(0), row.getLocalDateTime(1), row.getLocalDateTime(2))));
    }

    /** Notes that the player wants one, as of now; whether there is such a player. */
    Uni<Boolean> request(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO player_export (player_id, requested_at) SELECT id, NOW(6) FROM player"
                        + " WHERE id = ? ON DUPLICATE KEY UPDATE requested_at = NOW(6)")
                .execute(Values.of(player))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * Notes that what was asked for at that moment is made; not if it was noted, or erased, or asked for again
     * meanwhile.
     */
    Uni<Boolean> made(Transaction transaction, PlayerId player, LocalDateTime requestedAt) {
        return transaction
                .connection()
                .preparedQuery("UPDATE player_export SET made_at = NOW(6) WHERE player_id = ? AND requested_at = ?"
                        + " AND (made_at IS NULL OR made_at < requested_at)")
                .execute(Values.of(player, requestedAt))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Forgets one whose file is gone, unless it was asked for again meanwhile. */
    Uni<Boolean> forget(PlayerId player, LocalDateTime requestedAt) {
        return pool.preparedQuery("DELETE FROM player_export WHERE player_id = ? AND requested_at = ?")
                .execute(Values.of(player, requestedAt))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Forgets that the player wanted one. */
    Uni<Void> drop(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM player_export WHERE player_id = ?")
                .execute(Values.of(player))
                .replaceWithVoid();
    }
}
