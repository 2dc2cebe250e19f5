package app.vstrivia.api.publication;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.version.VersionService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Takes away the versions of quizzes that are gone: thrown away for good, or with their owner. Notes what versions show that were
 * published by a service which did not.
 */
@ApplicationScoped
class SweepJob implements RecurringJob {
    private static final int AT_ONCE = 100;

    private final PublicationStore store;
    private final PartStore parts;
    private final WithdrawalJob withdrawal;
    private final Exhibits exhibits;
    private final VersionService versions;
    private final Ending ending;
    private final Transactions transactions;

    SweepJob(
            PublicationStore store,
            PartStore parts,
            WithdrawalJob withdrawal,
            Exhibits exhibits,
            VersionService versions,
            Ending ending,
            Transactions transactions) {
        this.store = store;
        this.parts = parts;
        this.withdrawal = withdrawal;
        this.exhibits = exhibits;
        this.versions = versions;
        this.ending = ending;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return "publication-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Outcome run(String thing) {
        List<UUID> orphans = store.ofNoQuiz(AT_ONCE).await().indefinitely();
        orphans.forEach(id -> transactions
                .run(transaction -> versions.hide(transaction, id).chain(() -> ending.remove(transaction, id)))
                .await()
                .indefinitely());
        boolean more = noteParts() | orphans.size() == AT_ONCE;
        return more ? Outcome.again(Duration.ofSeconds(1)) : Outcome.done();
    }

    /** Whether there may be more. */
    private boolean noteParts() {
        List<PartStore.Unnoted> some = parts.unnoted(AT_ONCE).await().indefinitely();
        some.forEach(version -> {
            List<UUID> refused =
                    exhibits.refused(version.content().media()).await().indefinitely();
            transactions
                    .run(transaction -> noteParts(transaction, version, refused))
                    .await()
                    .indefinitely();
        });
        return some.size() == AT_ONCE;
    }

    /** What was refused before it was noted is as good as refused now. */
    private Uni<Void> noteParts(Transaction transaction, PartStore.Unnoted version, List<UUID> refused) {
        Uni<Void> noted = store.lock(transaction, version.publication())
                .chain(() -> parts.note(
                        transaction, version.publication(), version.content().media()));
        for (UUID medium : refused) {
            noted = noted.chain(() -> withdrawal.refused(transaction, medium));
        }
        return noted;
    }
}
