package app.vstrivia.api.identity;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The query that reads many names at once, outside of any request. */
@ApplicationScoped
class NameStore {
    private final Pool pool;

    NameStore(Pool pool) {
        this.pool = pool;
    }

    /** Those of {@code ids} that are players; {@code ids} is not empty. */
    Uni<Map<PlayerId, String>> names(Collection<PlayerId> ids) {
        Tuple values = Tuple.tuple();
        ids.forEach(id -> Values.add(values, id));
        return pool.preparedQuery("SELECT id, name FROM player WHERE id IN (" + Values.marks(ids.size()) + ")")
                .execute(values)
                .map(rows -> {
                    Map<PlayerId, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(PlayerId.of(row.getBuffer(0)), row.getString(1)));
                    return names;
                });
    }
}
