package app.vstrivia.api.support;

import static org.awaitility.Awaitility.await;

import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.time.Duration;
import java.util.stream.Stream;

/** A lock that somebody else holds until this is closed, so that what a test begins meanwhile is on its way. */
public final class Held implements AutoCloseable {
    private final Pool pool;
    private final SqlConnection connection;
    private final Transaction transaction;

    /** {@code sql} locks something, by {@code ids}; what it changes is rolled back. */
    public Held(Pool pool, String sql, String... ids) {
        this.pool = pool;
        connection = pool.getConnection().await().indefinitely();
        transaction = connection.begin().await().indefinitely();
        Object[] values = Stream.of(ids).map(UuidV7::parse).toArray();
        connection.preparedQuery(sql).execute(Values.of(values)).await().indefinitely();
    }

    /** Until so many transactions wait for a lock. */
    public void awaitWaiting(long count) {
        await().atMost(Duration.ofSeconds(10)).until(() -> waiting() >= count);
    }

    private long waiting() {
        return pool.query("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public void close() {
        transaction.rollback().await().indefinitely();
        connection.close().await().indefinitely();
    }
}
