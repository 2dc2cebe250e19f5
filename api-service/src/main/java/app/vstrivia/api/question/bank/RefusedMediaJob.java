package app.vstrivia.api.question.bank;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.media.PublicCopies;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.model.id.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Retires the questions that show a medium which moderation refused. Whoever approves them again is asked for it again. */
@ApplicationScoped
class RefusedMediaJob implements Job {
    static final String KIND = "question-medium-refused";

    private static final Actor MODERATION = new Actor(null, "moderation");

    private final BankStore store;
    private final BankService bank;
    private final PublicCopies copies;
    private final Exhibits exhibits;
    private final Transactions transactions;

    RefusedMediaJob(
            BankStore store, BankService bank, PublicCopies copies, Exhibits exhibits, Transactions transactions) {
        this.store = store;
        this.bank = bank;
        this.copies = copies;
        this.exhibits = exhibits;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Otherwise matches would go on asking about what nobody may see. */
    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        UUID medium = UuidV7.parse(thing);
        boolean approvedAgain = transactions
                .run(transaction -> exhibits.unapproved(transaction, List.of(medium)))
                .await()
                .indefinitely()
                .isEmpty();
        if (approvedAgain) {
            return Outcome.done();
        }
        for (UUID question : store.approvedAbout(medium).await().indefinitely()) {
            try {
                bank.become(question, QuestionStatus.RETIRED, MODERATION, any -> true)
                        .await()
                        .indefinitely();
            } catch (WrongStatus elsewhere) {
                // an admin was quicker: it is not approved any more
                continue;
            }
        }
        copies.remove(medium);
        return Outcome.done();
    }
}
