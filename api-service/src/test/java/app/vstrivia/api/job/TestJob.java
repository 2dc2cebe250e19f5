package app.vstrivia.api.job;

import static org.awaitility.Awaitility.await;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.sql.Values;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.UUID;

/** A thing of its own on which the {@link ScriptedJob} works. */
@Dependent
class TestJob {
    static final Duration SOON = Duration.ofSeconds(30);

    final String thing = UUID.randomUUID().toString();

    private final Pool pool;
    private final Transactions transactions;
    private final Jobs jobs;
    private final ScriptedJob work;

    TestJob(Pool pool, Transactions transactions, Jobs jobs, ScriptedJob work) {
        this.pool = pool;
        this.transactions = transactions;
        this.jobs = jobs;
        this.work = work;
    }

    void add(Duration delay) {
        transactions
                .run(transaction -> jobs.add(transaction, ScriptedJob.KIND, thing, delay))
                .await()
                .indefinitely();
    }

    RowSet<Row> rows() {
        return pool.preparedQuery(
                        "SELECT j.*, NOW(6) AS moment FROM job j WHERE task_name = 'scripted' AND task_instance = ?")
                .execute(Values.of(thing))
                .await()
                .indefinitely();
    }

    void awaitRuns(int runs) {
        await().atMost(SOON).until(() -> work.runs(thing) == runs);
    }

    void awaitGone() {
        await().atMost(SOON).until(() -> rows().size() == 0);
    }
}
