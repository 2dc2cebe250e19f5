package app.vstrivia.api.job;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Our queries on {@code job}; the others are those of db-scheduler. */
@ApplicationScoped
class JobStore {
    static final String TABLE = "job";

    /** The time of what failed for good. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** A worker compares with its own clock, which may be behind the database's: what is due at once is due before that. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private static final String FAILED_FOR_GOOD = "execution_time >= '9999-01-01'";

    private final Pool pool;

    JobStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * The new version makes a worker that has it at this moment fail to take the row away, and it is done once more; that looks
     * as if the worker had died, and must not add up with failures.
     */
    Uni<Void> add(Transaction transaction, String kind, String thing, Duration delay) {
        Duration until = delay.isZero() ? SKEW.negated() : delay;
        return transaction
                .connection()
                .preparedQuery("INSERT INTO job (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, ?, NOW(6) + INTERVAL ? MICROSECOND, 0, 1) ON DUPLICATE KEY UPDATE"
                        + " consecutive_failures = IF(picked = 1 OR " + FAILED_FOR_GOOD + ", 0, consecutive_failures),"
                        + " execution_time = LEAST(execution_time, VALUES(execution_time)), version = version + 1")
                .execute(Values.of(kind, thing, TimeUnit.MILLISECONDS.toMicros(until.toMillis())))
                .replaceWithVoid();
    }

    /** From behind {@code after} on, which is null for all. */
    Uni<List<FailedJob>> failed(FailedPosition after, int most) {
        String behind = after == null
                ? ""
                : " AND (last_failure < ? OR last_failure = ? AND (task_name > ? OR task_name = ? AND task_instance > ?))";
        Tuple values = after == null
                ? Values.of(most)
                : Values.of(after.failedAt(), after.failedAt(), after.kind(), after.kind(), after.thing(), most);
        return pool.preparedQuery("SELECT task_name, task_instance, consecutive_failures, last_failure FROM job WHERE "
                        + FAILED_FOR_GOOD + behind + " ORDER BY last_failure DESC, task_name, task_instance LIMIT ?")
                .execute(values)
                .map(rows -> rows.stream().map(JobStore::failed).toList());
    }

    private static FailedJob failed(Row row) {
        LocalDateTime failedAt = row.getLocalDateTime(3);
        return new FailedJob(row.getString(0), row.getString(1), row.getInteger(2), failedAt.toInstant(ZoneOffset.UTC));
    }

    /** Whether what failed for good was there. */
    Uni<Boolean> delete(Transaction transaction, String kind, String thing) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM job WHERE task_name = ? AND task_instance = ? AND " + FAILED_FOR_GOOD)
                .execute(Values.of(kind, thing))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Whether there was such a job. */
    Uni<Boolean> repeat(Transaction transaction, String kind, String thing) {
        return transaction
                .connection()
                .preparedQuery(
                        "UPDATE job SET execution_time = NOW(6) - INTERVAL 1 SECOND, consecutive_failures = 0, version = version + 1"
                                + " WHERE task_name = ? AND task_instance = ? AND " + FAILED_FOR_GOOD)
                .execute(Values.of(kind, thing))
                .map(rows -> rows.rowCount() > 0);
    }
}
