package app.vstrivia.api.media;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** What somebody who shows media does when moderation refuses one: in a job, and only if that is so still. */
public abstract class RefusalJob implements Job, MediumHolder {
    private final Exhibits exhibits;
    private final Transactions transactions;
    private final Jobs jobs;

    protected RefusalJob(Exhibits exhibits, Transactions transactions, Jobs jobs) {
        this.exhibits = exhibits;
        this.transactions = transactions;
        this.jobs = jobs;
    }

    @Override
    public final Uni<Void> refused(Transaction transaction, UUID medium) {
        return jobs.add(transaction, kind(), nameOf(medium), Duration.ZERO);
    }

    /** Otherwise everybody would go on seeing what nobody may see. */
    @Override
    public final boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        UUID medium = UuidV7.parse(thing);
        if (inTransaction(transaction -> isRefused(transaction, medium))) {
            stopShowing(medium);
        }
        return Outcome.done();
    }

    /** The thing of the job. */
    protected String nameOf(UUID medium) {
        return medium.toString();
    }

    /** Nobody is shown the medium any more; what was done before a crash may be found done. Waits. */
    protected abstract void stopShowing(UUID medium);

    /** Whether nobody may be shown it, also since it is gone. It is locked: who decides otherwise waits for the transaction. */
    protected final Uni<Boolean> isRefused(Transaction transaction, UUID medium) {
        return exhibits.isRefused(transaction, medium);
    }

    /** Waits. */
    protected final <T> T inTransaction(Function<Transaction, Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }
}
