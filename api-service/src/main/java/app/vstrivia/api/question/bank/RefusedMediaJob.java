package app.vstrivia.api.question.bank;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.media.PublicCopies;
import app.vstrivia.api.media.RefusalJob;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Retires the questions that show a medium which moderation refused. Whoever approves them again is asked for it again. */
@Singleton
class RefusedMediaJob extends RefusalJob {
    private final BankStore store;
    private final BankService bank;
    private final PublicCopies copies;

    RefusedMediaJob(
            BankStore store,
            BankService bank,
            PublicCopies copies,
            Exhibits exhibits,
            Transactions transactions,
            Jobs jobs) {
        super(exhibits, transactions, jobs);
        this.store = store;
        this.bank = bank;
        this.copies = copies;
    }

    @Override
    public String kind() {
        return "question-medium-refused";
    }

    /** What questions show they hold. */
    @Override
    public Uni<Set<UUID>> showing(Transaction transaction, Collection<UUID> media) {
        return Uni.createFrom().item(Set.of());
    }

    @Override
    protected void stopShowing(UUID medium) {
        for (UUID question : store.approvedAbout(medium).await().indefinitely()) {
            try {
                bank.become(question, QuestionStatus.RETIRED, Actor.MODERATION, any -> true)
                        .await()
                        .indefinitely();
            } catch (WrongStatus elsewhere) {
                // an admin was quicker: it is not approved any more
                continue;
            }
        }
        copies.remove(medium);
    }
}
