package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The queries on {@code medium_use}, but for the one that finds media without a use. */
final class MediumUseStore {
    private static final int ROWS = 100;

    private MediumUseStore() {}

    /** @param mediumOfUser media that are locked, by whom they belong to */
    static Uni<Void> add(Transaction transaction, Map<UUID, UUID> mediumOfUser) {
        List<Map.Entry<UUID, UUID>> all = new ArrayList<>(mediumOfUser.entrySet());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < all.size(); from += ROWS) {
            List<Map.Entry<UUID, UUID>> some = all.subList(from, Math.min(all.size(), from + ROWS));
            Tuple values = Tuple.tuple();
            some.forEach(use -> {
                Values.add(values, use.getValue());
                Values.add(values, use.getKey());
            });
            String sql = "INSERT INTO medium_use (medium_id, user_id) VALUES " + Values.rows("(?,?)", some.size());
            done = done.chain(() ->
                    transaction.connection().preparedQuery(sql).execute(values).replaceWithVoid());
        }
        return done;
    }

    /** Whatever showed the medium, which is locked, does so no longer. */
    static Uni<Void> removeOf(Transaction transaction, UUID medium) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM medium_use WHERE medium_id = ?")
                .execute(Values.of(medium))
                .replaceWithVoid();
    }

    static Uni<Void> remove(Transaction transaction, UUID user) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM medium_use WHERE user_id = ?")
                .execute(Values.of(user))
                .replaceWithVoid();
    }

    /** Whether somebody shows the medium, which is locked. */
    static Uni<Boolean> any(Transaction transaction, UUID medium) {
        return transaction
                .connection()
                .preparedQuery("SELECT user_id FROM medium_use WHERE medium_id = ? LIMIT 1")
                .execute(Values.of(medium))
                .map(rows -> rows.size() > 0);
    }
}
