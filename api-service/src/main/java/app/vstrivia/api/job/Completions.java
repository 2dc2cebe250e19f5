package app.vstrivia.api.job;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete.Result;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/**
 * Ends runs in place of db-scheduler, which would not see whether somebody asked for the work once more while it was being done. All
 * methods wait.
 */
@ApplicationScoped
class Completions {
    private final JobStore store;
    private final Transactions transactions;

    Completions(JobStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** There is nothing left to do, but for what was asked for meanwhile. */
    void done(ExecutionComplete run) {
        end(run, transaction -> store.remove(transaction, held(run))
                .chain(removed -> removed ? Uni.createFrom().item(true) : release(transaction, run, JobStore.NEVER)));
    }

    /** It is to run again at that moment, or earlier if it was asked for meanwhile. */
    void again(ExecutionComplete run, Instant at) {
        end(run, transaction -> release(transaction, run, at));
    }

    private Uni<Boolean> release(Transaction transaction, ExecutionComplete run, Instant at) {
        boolean good = run.getResult() == Result.OK;
        return store.release(
                transaction,
                held(run),
                at,
                good ? 0 : run.getExecution().consecutiveFailures + 1,
                good ? run.getTimeDone() : null,
                good ? null : run.getTimeDone());
    }

    private void end(ExecutionComplete run, Function<Transaction, Uni<Boolean>> work) {
        if (!transactions.run(work).await().indefinitely()) {
            // A worker of the version before asked for it, or this one seemed to have died: then it is done once more.
            throw new IllegalStateException("is another worker's by now: " + held(run));
        }
    }

    private static JobStore.Held held(ExecutionComplete run) {
        Execution row = run.getExecution();
        return new JobStore.Held(row.taskInstance.getTaskName(), row.taskInstance.getId(), row.version);
    }
}
