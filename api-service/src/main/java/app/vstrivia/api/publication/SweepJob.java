package app.vstrivia.api.publication;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.media.Exhibit;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.question.bank.BankService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    private final ShownParts shown;
    private final BankService bank;
    private final Exhibits exhibits;
    private final VersionService versions;
    private final Ending ending;
    private final Transactions transactions;

    SweepJob(
            PublicationStore store,
            PartStore parts,
            ShownParts shown,
            BankService bank,
            Exhibits exhibits,
            VersionService versions,
            Ending ending,
            Transactions transactions) {
        this.store = store;
        this.parts = parts;
        this.shown = shown;
        this.bank = bank;
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
            Map<UUID, Exhibit> media =
                    exhibits.find(version.content().media()).await().indefinitely();
            transactions
                    .run(transaction -> noteParts(transaction, version, media.values()))
                    .await()
                    .indefinitely();
        });
        return some.size() == AT_ONCE;
    }

    /** What was refused before it was noted is as good as refused now. */
    private Uni<Void> noteParts(Transaction transaction, PartStore.Unnoted version, Collection<Exhibit> media) {
        return store.lock(transaction, version.publication())
                .chain(() -> parts.note(
                        transaction, version.publication(), version.content().parts()))
                .chain(() -> bank.unapproved(transaction, version.content().bankQuestions()))
                .chain(refused -> {
                    Uni<Void> withdrawn = Uni.createFrom().voidItem();
                    for (UUID question : refused) {
                        withdrawn = withdrawn.chain(() -> shown.withdraw(transaction, RefusedPart.question(question)));
                    }
                    for (Exhibit medium : media) {
                        withdrawn = medium.approved()
                                ? withdrawn
                                : withdrawn.chain(() -> shown.withdraw(transaction, RefusedPart.medium(medium.id())));
                    }
                    return withdrawn;
                });
    }
}
