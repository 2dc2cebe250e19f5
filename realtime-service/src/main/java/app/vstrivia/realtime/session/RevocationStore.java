package app.vstrivia.realtime.session;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.ZoneOffset;
import java.util.List;

/** Reads whose access was revoked. */
final class RevocationStore {
    private RevocationStore() {}

    /** Those of the last {@code seconds}. */
    static Uni<List<Revocation>> ofTheLast(Pool pool, int seconds) {
        return pool.preparedQuery("SELECT player_id, device, revoked_at FROM revocation"
                        + " WHERE revoked_at > NOW(6) - INTERVAL ? SECOND")
                .execute(Values.of(seconds))
                .map(rows -> rows.stream()
                        .map(row -> new Revocation(
                                PlayerId.of(row.getBuffer(0)),
                                row.getString(1),
                                row.getLocalDateTime(2)
                                        .toInstant(ZoneOffset.UTC)
                                        .toEpochMilli()))
                        .toList());
    }
}
