package app.vstrivia.api.privacy.retention;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Deletes what is old, in batches with a pause after each. A run does a bounded part; it may be killed anywhere, since
 * each batch is a transaction of its own and how far it came is noted after the deed.
 */
@ApplicationScoped
class RetentionJob implements RecurringJob {
    private static final int BATCHES_OF_A_TABLE = 100;
    private static final int MATCHES_OF_A_RUN = 500;

    private final RetentionStore store;
    private final Transactions transactions;

    RetentionJob(RetentionStore store, Transactions transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Outcome run(String thing) {
        boolean more = false;
        for (Retention.ByAge rule : Retention.BY_AGE) {
            more |= delete(BATCHES_OF_A_TABLE, transaction -> store.delete(transaction, rule));
        }
        for (Retention.OfMatches rule : Retention.OF_MATCHES) {
            more |= follow(rule);
        }
        return more ? Outcome.again(Duration.ofSeconds(1)) : Outcome.done();
    }

    /** Whether there may be more matches that are old enough. */
    private boolean follow(Retention.OfMatches rule) {
        Optional<RetentionStore.Mark> done = store.mark(rule).await().indefinitely();
        List<RetentionStore.Mark> matches =
                store.next(rule, done, MATCHES_OF_A_RUN).await().indefinitely();
        for (RetentionStore.Mark next : matches) {
            for (Retention.Part part : rule.parts()) {
                delete(Integer.MAX_VALUE, transaction -> store.delete(transaction, part, next.match()));
            }
            store.advance(rule, next).await().indefinitely();
        }
        return matches.size() == MATCHES_OF_A_RUN;
    }

    /** Whether there may be more after so many batches. */
    private boolean delete(int batches, Function<Transaction, Uni<Integer>> batch) {
        for (int i = 0; i < batches; i++) {
            if (transactions.run(batch).await().indefinitely() < Retention.BATCH) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(Retention.PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in the middle; the rest follows later", stopping);
        }
    }
}
