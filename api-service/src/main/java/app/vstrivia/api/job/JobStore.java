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

/** Our queries on {@code job}; the others are those of db-scheduler, which looks for work, deals it out and notices who died. */
@ApplicationScoped
class JobStore {
    static final String TABLE = "job";

    /** The time of what failed for good. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** A worker compares with its own clock, which may be behind the database's: what is due at once is due before that. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    private static final String FAILED_FOR_GOOD = "execution_time >= '9999-01-01'";

    /** Begins the names of workers that look at {@code wanted_at}; those of the version before do not. */
    static final String WORKER = "worker2-";

    private static final String HELD = "(picked = 1 AND picked_by LIKE '" + WORKER + "%')";

    private final Pool pool;

    JobStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * A row that a worker has is marked, so that the worker gives it back instead of taking it away. One of the version before would
     * not see the mark: it fails to take the row away, since that has another version, and it is done once more when the worker
     * seems to have died. What is asked for anew has not failed yet.
     */
    Uni<Void> add(Transaction transaction, String kind, String thing, Duration delay) {
        Duration until = delay.isZero() ? SKEW.negated() : delay;
        return transaction
                .connection()
                .preparedQuery("INSERT INTO job (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, ?, NOW(6) + INTERVAL ? MICROSECOND, 0, 1) ON DUPLICATE KEY UPDATE"
                        + " wanted_at = IF(" + HELD
                        + ", LEAST(COALESCE(wanted_at, VALUES(execution_time)), VALUES(execution_time)), wanted_at),"
                        + " consecutive_failures = IF(picked = 1 OR " + FAILED_FOR_GOOD + ", 0, consecutive_failures),"
                        + " execution_time = IF(" + HELD
                        + ", execution_time, LEAST(execution_time, VALUES(execution_time))),"
                        + " version = IF(" + HELD + ", version, version + 1)")
                .execute(Values.of(kind, thing, TimeUnit.MILLISECONDS.toMicros(until.toMillis())))
                .replaceWithVoid();
    }

    /** Takes away the row of a worker that has done the work; false if that is wanted once more. */
    Uni<Boolean> remove(Transaction transaction, Held row) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM job WHERE task_name = ? AND task_instance = ? AND version = ?"
                        + " AND wanted_at IS NULL")
                .execute(Values.of(row.kind(), row.thing(), row.version()))
                .map(rows -> rows.rowCount() > 0);
    }

    /**
     * Gives back the row of a worker, to be done at a moment, or when somebody wanted it meanwhile if that is earlier; false if it is
     * not that worker's any more.
     *
     * @param failures in a row, up to now
     * @param succeededAt null after a failure
     * @param failedAt null after a success
     */
    Uni<Boolean> release(
            Transaction transaction, Held row, Instant at, int failures, Instant succeededAt, Instant failedAt) {
        return transaction
                .connection()
                .preparedQuery("UPDATE job SET picked = 0, picked_by = NULL, last_heartbeat = NULL,"
                        + " last_success = COALESCE(CAST(? AS DATETIME(6)), last_success),"
                        + " last_failure = COALESCE(CAST(? AS DATETIME(6)), last_failure),"
                        + " consecutive_failures = IF(wanted_at IS NULL, ?, 0),"
                        + " execution_time = IF(wanted_at < ?, wanted_at, CAST(? AS DATETIME(6))),"
                        + " wanted_at = NULL, version = version + 1"
                        + " WHERE task_name = ? AND task_instance = ? AND version = ?")
                .execute(Values.of(
                        utc(succeededAt),
                        utc(failedAt),
                        failures,
                        utc(at),
                        utc(at),
                        row.kind(),
                        row.thing(),
                        row.version()))
                .map(rows -> rows.rowCount() > 0);
    }

    private static LocalDateTime utc(Instant moment) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
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

    /** A row that a worker has, as it was when the worker took it. */
    record Held(String kind, String thing, long version) {}
}
