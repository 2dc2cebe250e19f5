package app.vstrivia.api.job;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Asks for work, and looks after what failed. */
@ApplicationScoped
public class Jobs {
    private final JobStore store;
    private final JobBell bell;
    private final Transactions transactions;
    private final AuditLog audit;
    private final List<Job> kinds;

    Jobs(JobStore store, JobBell bell, Transactions transactions, AuditLog audit, @All List<Job> kinds) {
        this.store = store;
        this.bell = bell;
        this.transactions = transactions;
        this.audit = audit;
        this.kinds = kinds;
    }

    /**
     * Asks for work as a part of {@code transaction}; without a delay it begins at the commit. If it was asked for before,
     * the earlier moment counts; if it is being done at this moment, it is done once more.
     *
     * @param kind that of a {@link Job}
     * @param thing ASCII, 100 characters at most
     * @param delay not to be done before that
     */
    public Uni<Void> add(Transaction transaction, String kind, String thing, Duration delay) {
        if (delay.isZero()) {
            transaction.afterCommit(bell::ring);
        }
        return store.add(transaction, kind, thing, delay);
    }

    /** What failed for good, the latest first. */
    public Uni<Page<FailedJob>> failed(PageRequest page) {
        return store.failed(page.after(FailedPosition.KEYS, FailedPosition::at), page.limit() + 1)
                .map(read -> Page.of(read, page.limit(), FailedPosition::of));
    }

    /**
     * Tries again what failed for good. Fails with {@link JobNotFound}.
     *
     * @param by who wants that
     */
    public Uni<Void> repeat(String kind, String thing, Actor by) {
        if (!isAscii(kind) || !isAscii(thing)) {
            throw new JobNotFound();
        }
        AuditEntry entry =
                audit.entry(AuditAction.JOB_REPEATED).by(by).with("kind", kind).with("thing", thing);
        return transactions.run(transaction -> {
            transaction.afterCommit(bell::ring);
            return found(store.repeat(transaction, kind, thing)).chain(() -> audit.add(transaction, entry));
        });
    }

    /**
     * Gives up for good what failed for good. Fails with {@link JobNotFound} or {@link JobNeeded}.
     *
     * @param by who wants that
     */
    public Uni<Void> delete(String kind, String thing, Actor by) {
        if (!isAscii(kind) || !isAscii(thing)) {
            throw new JobNotFound();
        }
        if (kinds.stream().anyMatch(job -> job.kind().equals(kind) && !job.mayBeGivenUp())) {
            throw new JobNeeded();
        }
        AuditEntry entry =
                audit.entry(AuditAction.JOB_DELETED).by(by).with("kind", kind).with("thing", thing);
        return transactions.run(transaction ->
                found(store.delete(transaction, kind, thing)).chain(() -> audit.add(transaction, entry)));
    }

    private static Uni<Boolean> found(Uni<Boolean> changed) {
        return changed.invoke(found -> {
            if (!found) {
                throw new JobNotFound();
            }
        });
    }

    /** As the names of all jobs are; the database would not compare anything else with them. */
    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
