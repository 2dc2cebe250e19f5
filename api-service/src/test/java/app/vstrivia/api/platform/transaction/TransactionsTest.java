package app.vstrivia.api.platform.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import app.vstrivia.api.platform.observe.ApiMetric;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.StreamReaders;
import app.vstrivia.model.stream.WakeUps;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mysqlclient.MySQLException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@ApiTest
class TransactionsTest {
    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    @Inject
    StreamLog log;

    @Inject
    StreamReaders readers;

    @Inject
    WakeUps wakeUps;

    @Inject
    TransactionFigures figures;

    @Inject
    MeterRegistry registry;

    @Inject
    Vertx vertx;

    private final String slug = "t-" + UUID.randomUUID();

    @Test
    void eachStatementReadsWhatIsCommitted() {
        List<Long> seen = transactions
                .run(transaction -> count(transaction.connection()).chain(before -> add(pool)
                        .chain(() -> count(transaction.connection()))
                        .map(after -> List.of(before, after))))
                .await()
                .indefinitely();

        assertEquals(List.of(0L, 1L), seen);
    }

    @Test
    void whatFailsLeavesNothing() {
        Uni<Void> failing = transactions.run(transaction -> add(transaction.connection())
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("after"))));

        assertThrows(IllegalStateException.class, () -> failing.await().indefinitely());
        assertEquals(0L, count(pool).await().indefinitely());
    }

    @Test
    void whatComesAfterACommitComesOnceAndOnlyThen() {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger attempts = new AtomicInteger();

        transactions
                .run(transaction -> {
                    transaction.afterCommit(done::incrementAndGet);
                    assertEquals(0, done.get());
                    return attempts.incrementAndGet() < 3
                            ? Uni.createFrom().<Void>failure(new MySQLException("deadlock", 1213, "40001"))
                            : add(transaction.connection());
                })
                .await()
                .indefinitely();

        assertEquals(3, attempts.get());
        assertEquals(1, done.get());
    }

    @Test
    void attemptsAreCountedByHowTheyEnded() {
        long committed = count("committed");
        long repeated = count("repeated");
        long undone = count("undone");
        AtomicInteger attempts = new AtomicInteger();

        transactions
                .run(transaction -> attempts.incrementAndGet() < 3
                        ? Uni.createFrom().<Void>failure(new MySQLException("deadlock", 1213, "40001"))
                        : Uni.createFrom().voidItem())
                .await()
                .indefinitely();
        Uni<Void> failing =
                transactions.run(transaction -> Uni.createFrom().failure(new IllegalStateException("after")));
        assertThrows(IllegalStateException.class, () -> failing.await().indefinitely());

        // Jobs of the service have transactions, too.
        assertTrue(count("committed") > committed);
        assertTrue(count("repeated") >= repeated + 2);
        assertTrue(count("undone") > undone);
    }

    /**
     * The connection is one of the caller's own event loop, so that what follows the failure is asked of it in the very moment of its
     * end.
     */
    @Test
    void aTransactionWhoseConnectionIsCutHasAnEnd() {
        Uni<Void> cut = transactions.run(transaction -> connectionOf(transaction.connection())
                .call(id -> Uni.createFrom().voidItem().invoke(() -> kill(id)).chain(() -> transaction
                        .connection()
                        .query("SELECT SLEEP(20)")
                        .execute()))
                .replaceWithVoid());

        for (int i = 0; i < 5; i++) {
            Context context = vertx.getOrCreateContext();
            Uni<Void> there = cut.runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
            Throwable failure =
                    assertThrows(RuntimeException.class, () -> there.await().atMost(Duration.ofSeconds(10)));
            assertFalse(failure instanceof TimeoutException, "no end: " + failure);
        }
        assertEquals(0L, count(pool).await().atMost(Duration.ofSeconds(10)));
    }

    @Test
    void oneThatTakesTooLongIsGivenUpAndUndone() {
        Transactions impatient = new Transactions(pool, log, readers, wakeUps, figures, Duration.ofMillis(300));
        Uni<Void> endless = impatient
                .<Void>run(transaction -> add(transaction.connection())
                        .chain(() -> Uni.createFrom().nothing()))
                .onFailure(TimeoutException.class)
                .transform(late -> new IllegalStateException("given up", late));

        assertThrows(IllegalStateException.class, () -> endless.await().atMost(Duration.ofSeconds(10)));

        // Waits for the row if the transaction still holds it.
        add(pool).await().atMost(Duration.ofSeconds(2));
        assertEquals(1L, count(pool).await().indefinitely());
    }

    private Uni<Long> connectionOf(SqlClient client) {
        return client.query("SELECT CONNECTION_ID()")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** A little later, from elsewhere. */
    private void kill(long connection) {
        vertx.setTimer(100, timer -> pool.query("KILL CONNECTION " + connection)
                .execute()
                .subscribe()
                .with(done -> {}, failure -> fail(failure.getMessage())));
    }

    private long count(String outcome) {
        return ApiMetric.TRANSACTIONS.timer(registry, outcome).count();
    }

    private Uni<Void> add(SqlClient client) {
        return client.preparedQuery("INSERT INTO category (slug, name) VALUES (?, 'Transactions')")
                .execute(Values.of(slug))
                .replaceWithVoid();
    }

    private Uni<Long> count(SqlClient client) {
        return client.preparedQuery("SELECT COUNT(*) FROM category WHERE slug = ?")
                .execute(Values.of(slug))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
