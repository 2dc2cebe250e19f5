package app.vstrivia.api.publication;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.version.VersionService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Takes away the versions of quizzes that are gone: thrown away for good, or with their owner. */
@ApplicationScoped
class SweepJob implements RecurringJob {
    private static final int AT_ONCE = 100;

    private final PublicationStore store;
    private final VersionService versions;
    private final Ending ending;
    private final Transactions transactions;

    SweepJob(PublicationStore store, VersionService versions, Ending ending, Transactions transactions) {
        this.store = store;
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
        return orphans.size() == AT_ONCE ? Outcome.again(Duration.ofSeconds(1)) : Outcome.done();
    }
}
