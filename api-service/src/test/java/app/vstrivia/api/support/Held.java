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
        await().atMost(Duration.ofSeconds(10)).until(() -> waiting(pool) >= count);
    }

    /**
     * How many transactions of the server wait for a lock. Not from {@code innodb_trx}, which MySQL cannot show while one of their
     * statements has bytes that are no text.
     */
    public static long waiting(Pool pool) {
        String waits = pool.query("SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(1);
        return Long.parseLong(waits);
    }

    @Override
    public void close() {
        transaction.rollback().await().indefinitely();
        connection.close().await().indefinitely();
    }
}
