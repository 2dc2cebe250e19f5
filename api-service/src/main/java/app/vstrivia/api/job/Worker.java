package app.vstrivia.api.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Does jobs, in a process that is to do them. */
@ApplicationScoped
class Worker {
    /** db-scheduler's least; with the heartbeat of 5 s a killed worker's jobs go on after about 20 s. */
    private static final int MISSED_HEARTBEATS = 4;

    /** Rows of a kind that this version does not know are another version's: they are not for us to throw away. */
    private static final Duration UNKNOWN_KINDS_KEPT = Duration.ofDays(3_650);

    private final WorkerConfig config;
    private final List<Job> jobs;
    private final DataSource database;
    private final MeterRegistry metrics;
    private final JobBell bell;
    private final List<FailureWatch> watches;
    private final Completions completions;
    private Scheduler scheduler;

    Worker(
            WorkerConfig config,
            @All List<Job> jobs,
            DataSource database,
            MeterRegistry metrics,
            JobBell bell,
            @All List<FailureWatch> watches,
            Completions completions) {
        this.config = config;
        this.jobs = jobs;
        this.database = database;
        this.metrics = metrics;
        this.bell = bell;
        this.watches = watches;
        this.completions = completions;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            scheduler = create();
            scheduler.start();
            bell.hear(scheduler::triggerCheckForDueExecutions);
        }
    }

    private Scheduler create() {
        List<CustomTask<Void>> tasks = jobs.stream()
                .map(job -> new JobTask(job, config, metrics, watches, completions).task())
                .toList();
        return new SchedulerBuilder(database, List.of())
                .startTasks(tasks)
                .tableName(JobStore.TABLE)
                .serializer(new NoPayload())
                .alwaysPersistTimestampInUTC()
                .schedulerName(new SchedulerName.Fixed(JobStore.WORKER + UUID.randomUUID()))
                .threads(config.threads())
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(UNKNOWN_KINDS_KEPT)
                .shutdownMaxWait(config.stopWithin())
                .build();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (scheduler != null) {
            bell.hearNoMore();
            scheduler.stop();
        }
    }
}
