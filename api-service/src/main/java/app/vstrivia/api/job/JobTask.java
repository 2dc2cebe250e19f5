package app.vstrivia.api.job;

import app.vstrivia.api.platform.observe.ApiMetric;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** A job as db-scheduler sees it: what follows each way that a run can end, each of them counted. */
final class JobTask {
    private static final Logger LOG = Logger.getLogger(JobTask.class);
    private static final String ALL = "all";

    private final Job job;
    private final Pauses pauses;
    private final int attempts;
    private final MeterRegistry metrics;
    private final List<FailureWatch> watches;
    private final Completions completions;

    JobTask(Job job, WorkerConfig config, MeterRegistry metrics, List<FailureWatch> watches, Completions completions) {
        this.job = job;
        this.completions = completions;
        this.watches = watches;
        this.pauses = new Pauses(config.firstPause());
        this.attempts = config.attempts();
        this.metrics = metrics;
    }

    CustomTask<Void> task() {
        Tasks.TaskBuilder<Void> task =
                Tasks.custom(job.kind(), Void.class).onFailure(this::failed).onDeadExecution(this::died);
        if (job instanceof RecurringJob recurring) {
            // Not at once: a deployment starts many processes, and one that fails starts again and again.
            task.scheduleOnStartup(ALL, null, now -> now.plus(scattered(recurring.every())));
        }
        return task.execute((instance, context) -> ended(job.run(instance.getId())));
    }

    private CompletionHandler<Void> ended(Outcome outcome) {
        if (!outcome.isDone()) {
            return again(outcome.again());
        }
        count("done");
        return job instanceof RecurringJob recurring
                ? again(recurring.every())
                : (complete, operations) -> completions.done(complete);
    }

    private CompletionHandler<Void> again(Duration wait) {
        return (complete, operations) ->
                completions.again(complete, complete.getTimeDone().plus(wait));
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (isLast(complete)) {
            giveUp(complete);
            return;
        }
        count("failed");
        Duration pause = pauses.after(failures(complete) - 1, ThreadLocalRandom.current());
        completions.again(complete, complete.getTimeDone().plus(pause));
    }

    /** Its worker said nothing for too long. It may be the job that ended it, so that this counts as a failure. */
    private void died(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (isLast(complete)) {
            giveUp(complete);
            return;
        }
        count("died");
        completions.again(complete, complete.getTimeDone());
    }

    private boolean isLast(ExecutionComplete complete) {
        return failures(complete) >= attempts && !(job instanceof RecurringJob);
    }

    /** In a row, with this one. */
    private static int failures(ExecutionComplete complete) {
        return complete.getExecution().consecutiveFailures + 1;
    }

    private void giveUp(ExecutionComplete complete) {
        String thing = complete.getExecution().taskInstance.getId();
        watches.forEach(watch -> watch.failedForGood(job.kind(), thing, failures(complete)));
        count("given-up");
        LOG.errorf("a job failed for good: kind=%s thing=%s failures=%d", job.kind(), thing, failures(complete));
        completions.again(complete, JobStore.NEVER);
    }

    private void count(String outcome) {
        ApiMetric.JOBS.counter(metrics, job.kind(), outcome).increment();
    }

    private static Duration scattered(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis()));
    }
}
