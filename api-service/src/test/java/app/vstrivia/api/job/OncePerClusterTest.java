package app.vstrivia.api.job;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.sql.Values;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes again by itself, where several processes do jobs on one database. */
@ApiTest
class OncePerClusterTest {
    private static final Duration POLL = Duration.ofMillis(50);

    @Inject
    DataSource database;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    @Inject
    Completions completions;

    @Inject
    RedisAPI valkey;

    @Inject
    ReactiveRedisDataSource channels;

    @Inject
    Vertx vertx;

    private final Hourly job = new Hourly();
    private List<Worker> workers;

    @BeforeEach
    void startTwo() {
        workers = Stream.generate(() -> new Worker(
                        new Impatient(),
                        List.of(job),
                        database,
                        metrics,
                        new JobBell(valkey, channels, vertx),
                        List.of(),
                        completions))
                .limit(2)
                .toList();
        workers.forEach(worker -> worker.start(null));
        await().atMost(TestJob.SOON).until(() -> rows() == 1);
    }

    @AfterEach
    void stop() {
        workers.forEach(worker -> worker.stop(null));
        execute("DELETE FROM job WHERE task_name = ?");
    }

    @Test
    void aRecurringJobRunsOnceEachTimeOnAllWorkersTogether() {
        for (int times = 1; times <= 5; times++) {
            int runs = times;
            execute("UPDATE job SET execution_time = NOW(6) - INTERVAL 1 SECOND WHERE task_name = ?");

            await().atMost(TestJob.SOON).until(() -> job.runs.get() == runs && waits());

            await().during(POLL.multipliedBy(6)).atMost(TestJob.SOON).until(() -> job.runs.get() == runs);
        }

        assertEquals(1, job.mostAtOnce.get());
        assertEquals(1, rows());
    }

    private boolean waits() {
        return count("SELECT COUNT(*) FROM job WHERE task_name = ? AND picked = 0"
                        + " AND execution_time > NOW(6) + INTERVAL 50 MINUTE")
                == 1;
    }

    private long rows() {
        return count("SELECT COUNT(*) FROM job WHERE task_name = ?");
    }

    private long count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Values.of(job.kind()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Values.of(job.kind())).await().indefinitely();
    }

    /** Takes as long as others need to look for work several times. */
    private static final class Hourly implements RecurringJob {
        private final String kind = "hourly-" + UUID.randomUUID().toString().substring(0, 8);
        private final AtomicInteger runs = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public Outcome run(String thing) {
            int now = running.incrementAndGet();
            mostAtOnce.accumulateAndGet(now, Math::max);
            await().pollDelay(POLL.multipliedBy(4)).until(() -> true);
            running.decrementAndGet();
            runs.incrementAndGet();
            return Outcome.done();
        }
    }

    private static final class Impatient implements WorkerConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Duration poll() {
            return POLL;
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration firstPause() {
            return POLL;
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration stopWithin() {
            return Duration.ofSeconds(1);
        }
    }
}
