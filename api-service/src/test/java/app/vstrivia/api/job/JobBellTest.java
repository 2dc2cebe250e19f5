package app.vstrivia.api.job;

import static org.awaitility.Awaitility.await;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Sleepy;
import app.vstrivia.model.sql.Values;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker looks by itself once in an hour only: what is done before that, somebody has rung for. */
@ApiTest
@TestProfile(Sleepy.class)
class JobBellTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    @Inject
    Jobs jobs;

    @Inject
    ScriptedJob work;

    @Inject
    Pool pool;

    @Inject
    RedisAPI valkey;

    private String thing;

    @BeforeEach
    void script() {
        thing = UUID.randomUUID().toString();
        work.script(thing, run -> Outcome.done());
    }

    @Test
    void aJobBeginsAtTheCommit() {
        transactions
                .run(transaction -> jobs.add(transaction, ScriptedJob.KIND, thing, Duration.ZERO))
                .await()
                .indefinitely();

        await().atMost(SOON).until(() -> work.runs(thing) == 1);
    }

    @Test
    void aJobOfAnotherProcessBeginsWhenItRings() {
        pool.preparedQuery("INSERT INTO job (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES (?, ?, NOW(6) - INTERVAL 1 SECOND, 0, 1)")
                .execute(Values.of(ScriptedJob.KIND, thing))
                .await()
                .indefinitely();

        await().atMost(SOON).until(() -> {
            valkey.publish("jobs", "").await().indefinitely();
            return work.runs(thing) == 1;
        });
    }
}
