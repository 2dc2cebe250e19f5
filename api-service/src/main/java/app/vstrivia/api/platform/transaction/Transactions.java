package app.vstrivia.api.platform.transaction;

import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamLog;
import app.vstrivia.model.stream.StreamReaders;
import app.vstrivia.model.stream.WakeUps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Runs use cases in transactions. They read what is committed at each statement, so that a lock waits for a row and
 * never for the gap beside it, and they take the rows that they decide on with locks of their own.
 */
@ApplicationScoped
public class Transactions {
    private static final int RETRIES = 8;
    private static final Duration BACK_OFF = Duration.ofMillis(5);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMillis(100);

    /** A database that falls silent leaves a transaction without an end, and its connection would never be given back. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Pool pool;
    private final StreamLog log;
    private final StreamReaders readers;
    private final WakeUps wakeUps;
    private final TransactionFigures figures;
    private final Duration longest;

    @Inject
    Transactions(Pool pool, StreamLog log, StreamReaders readers, WakeUps wakeUps, TransactionFigures figures) {
        this(pool, log, readers, wakeUps, figures, LONGEST);
    }

    /** @param longest how long an attempt may take; then it has failed */
    Transactions(
            Pool pool,
            StreamLog log,
            StreamReaders readers,
            WakeUps wakeUps,
            TransactionFigures figures,
            Duration longest) {
        this.pool = pool;
        this.log = log;
        this.readers = readers;
        this.wakeUps = wakeUps;
        this.figures = figures;
        this.longest = longest;
    }

    /**
     * Runs {@code work} and commits; a failure rolls back. After a deadlock, which leaves nothing behind, it runs again:
     * {@code work} must not do anything outside of the transaction.
     */
    public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> counted(work))
                .onFailure(Conflicts::passing)
                .retry()
                .withBackOff(BACK_OFF, LONGEST_BACK_OFF)
                .atMost(RETRIES)
                .invoke(done -> {
                    wakeUps.publish(done.events());
                    done.transaction().committed();
                })
                .map(Done::result);
    }

    private <T> Uni<Done<T>> counted(Function<Transaction, Uni<T>> work) {
        long asked = System.nanoTime();
        return pool.withConnection(connection -> {
            figures.connected(asked);
            long began = System.nanoTime();
            return attempt(connection, work)
                    .ifNoItem()
                    .after(longest)
                    .fail()
                    .onItemOrFailure()
                    .invoke((done, failure) -> figures.ended(began, failure));
        });
    }

    private <T> Uni<Done<T>> attempt(SqlConnection connection, Function<Transaction, Uni<T>> work) {
        return connection.begin().chain(sql -> {
            Transaction transaction = new Transaction(connection, log, readers);
            return Uni.createFrom()
                    .deferred(() -> work.apply(transaction))
                    .chain(result -> append(transaction).map(events -> new Done<>(result, events, transaction)))
                    .onFailure()
                    .call(failure -> sql.rollback().onFailure().recoverWithNull())
                    .onCancellation()
                    .call(() -> sql.rollback().onFailure().recoverWithNull())
                    .call(sql::commit);
        });
    }

    private Uni<List<StreamEvent>> append(Transaction transaction) {
        return transaction.events().isEmpty()
                ? Uni.createFrom().item(List.of())
                : log.append(transaction.connection(), transaction.events());
    }

    private record Done<T>(T result, List<StreamEvent> events, Transaction transaction) {}
}
