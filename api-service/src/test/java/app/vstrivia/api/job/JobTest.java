package app.vstrivia.api.job;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.sql.Values;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@ApiTest
class JobTest {
    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    Jobs jobs;

    @Inject
    ScriptedJob work;

    @Inject
    TestJob job;

    @Inject
    MeterRegistry metrics;

    @Test
    void aJobIsDoneOnceAndItsRowGoes() {
        work.script(job.thing, run -> Outcome.done());

        job.add(Duration.ZERO);

        job.awaitRuns(1);
        job.awaitGone();
        assertEquals(1, work.runs(job.thing));
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoJob() {
        work.script(job.thing, run -> Outcome.done());

        assertThrows(IllegalStateException.class, () -> transactions
                .run(transaction -> jobs.add(transaction, ScriptedJob.KIND, job.thing, Duration.ZERO)
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
                .await()
                .indefinitely());

        assertEquals(0, job.rows().size());
    }

    @Test
    void workInPartsGoesOnUntilItIsDone() {
        work.script(job.thing, run -> run < 4 ? Outcome.again(Duration.ZERO) : Outcome.done());

        job.add(Duration.ZERO);

        job.awaitRuns(4);
        job.awaitGone();
    }

    @Test
    void whatIsDelayedWaitsAndTheEarlierMomentCounts() {
        work.script(job.thing, run -> Outcome.done());
        job.add(Duration.ofHours(1));
        Row row = job.rows().iterator().next();
        Duration left = Duration.between(row.getLocalDateTime("moment"), row.getLocalDateTime("execution_time"));
        assertTrue(left.compareTo(Duration.ofMinutes(59)) > 0 && left.compareTo(Duration.ofMinutes(60)) <= 0);
        job.add(Duration.ofHours(2));
        assertEquals(0, work.runs(job.thing));

        job.add(Duration.ZERO);

        job.awaitRuns(1);
        job.awaitGone();
    }

    @Test
    void whatFailsIsTriedAgain() {
        work.script(job.thing, run -> {
            if (run < 3) {
                throw new IllegalStateException("not yet");
            }
            return Outcome.done();
        });

        job.add(Duration.ZERO);

        job.awaitRuns(3);
        job.awaitGone();
    }

    @Test
    void theJobOfAWorkerThatWasKilledIsDoneByAnother() {
        work.script(job.thing, run -> Outcome.done());

        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES ('scripted', ?, NOW(6) - INTERVAL 1 MINUTE, 1, 'killed',"
                                + " NOW(6) - INTERVAL 1 MINUTE, 2)")
                .execute(Values.of(job.thing))
                .await()
                .indefinitely();

        job.awaitRuns(1);
        job.awaitGone();
    }

    @Test
    void theJobOfAWorkerThatLivesIsItsOwn() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        work.script(job.thing, run -> {
            waitFor(end);
            return Outcome.done();
        });
        job.add(Duration.ZERO);
        job.awaitRuns(1);

        Thread.sleep(7_000); // longer than a worker may be silent

        assertEquals(1, work.runs(job.thing));
        end.countDown();
        job.awaitGone();
    }

    @Test
    void whatIsAskedForWhileItIsBeingDoneIsDoneOnceMoreAtOnce() {
        double before = died();
        CountDownLatch asked = new CountDownLatch(1);
        work.script(job.thing, run -> {
            waitFor(asked);
            return Outcome.done();
        });
        job.add(Duration.ZERO);
        job.awaitRuns(1);
        pool.preparedQuery("UPDATE job SET consecutive_failures = 2 WHERE task_instance = ?")
                .execute(Values.of(job.thing))
                .await()
                .indefinitely(); // one more of them, and it would be given up

        job.add(Duration.ZERO);
        asked.countDown();

        job.awaitRuns(2);
        job.awaitGone();
        assertEquals(before, died(), "no worker seems to have died");
    }

    private double died() {
        return metrics.counter("trivia.jobs", "kind", ScriptedJob.KIND, "outcome", "died")
                .count();
    }

    @Test
    void whatIsAskedForIsNotBegunByAnotherWhileItIsBeingDone() {
        CountDownLatch end = new CountDownLatch(1);
        work.script(job.thing, run -> {
            waitFor(end);
            return Outcome.done();
        });
        job.add(Duration.ZERO);
        job.awaitRuns(1);

        job.add(Duration.ZERO);

        // Longer than a worker may be silent.
        await().during(Duration.ofSeconds(7)).atMost(TestJob.SOON).until(() -> work.runs(job.thing) == 1);
        end.countDown();
        job.awaitRuns(2);
        job.awaitGone();
    }

    @Test
    void whatIsAskedForLaterWhileItIsBeingDoneIsDoneAtThatMoment() {
        CountDownLatch asked = new CountDownLatch(1);
        work.script(job.thing, run -> {
            waitFor(asked);
            return Outcome.done();
        });
        job.add(Duration.ZERO);
        job.awaitRuns(1);
        job.add(Duration.ofHours(2));
        job.add(Duration.ofHours(1));

        asked.countDown();

        await().atMost(TestJob.SOON).until(() -> job.rows().iterator().next().getInteger("picked") == 0);
        Row row = job.rows().iterator().next();
        Duration left = Duration.between(row.getLocalDateTime("moment"), row.getLocalDateTime("execution_time"));
        assertTrue(left.compareTo(Duration.ofMinutes(59)) > 0 && left.compareTo(Duration.ofMinutes(60)) <= 0);
        assertNull(row.getValue("wanted_at"));
        assertEquals(1, work.runs(job.thing));
    }

    @Test
    void whatIsAskedForWhileItFailsForGoodIsTriedAgain() {
        CountDownLatch asked = new CountDownLatch(1);
        work.script(job.thing, run -> {
            if (run == 3) {
                waitFor(asked);
            }
            if (run <= 3) {
                throw new IllegalStateException("not yet");
            }
            return Outcome.done();
        });
        job.add(Duration.ZERO);
        job.awaitRuns(3);
        job.add(Duration.ZERO);

        asked.countDown();

        job.awaitRuns(4);
        job.awaitGone();
    }

    /** It looks at no mark, and must fail to take the row away. */
    @Test
    void aWorkerOfTheVersionBeforeFindsItsRowChanged() {
        work.script(job.thing, run -> Outcome.done());
        pool.preparedQuery(
                        "INSERT INTO job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES ('scripted', ?, NOW(6), 1, 'worker-of-before', NOW(6), 2)")
                .execute(Values.of(job.thing))
                .await()
                .indefinitely();

        job.add(Duration.ZERO);

        Row row = job.rows().iterator().next();
        assertEquals(3, row.getLong("version"));
        assertNull(row.getValue("wanted_at"));
        job.awaitRuns(1);
        job.awaitGone();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(TestJob.SOON.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
