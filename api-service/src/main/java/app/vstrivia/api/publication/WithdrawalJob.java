package app.vstrivia.api.publication;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.media.RefusalJob;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.version.Withdrawal;
import app.vstrivia.api.quiz.QuizService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Withdraws the versions that show a picture or video which moderation refused. A version is one document for ever, and a question
 * about a picture is none without it; so there is no other document in its place: nobody is shown the version any more, its files
 * go, the document among them, and its author publishes the quiz again, with something else.
 */
@Singleton
class WithdrawalJob extends RefusalJob {
    private static final String MEDIUM = "medium:";

    private final PartStore parts;
    private final QuizService quizzes;
    private final Ending ending;

    WithdrawalJob(
            PartStore parts,
            QuizService quizzes,
            Ending ending,
            Exhibits exhibits,
            Transactions transactions,
            Jobs jobs) {
        super(exhibits, transactions, jobs);
        this.parts = parts;
        this.quizzes = quizzes;
        this.ending = ending;
    }

    @Override
    public String kind() {
        return "publication-withdrawal";
    }

    @Override
    protected String nameOf(UUID medium) {
        return MEDIUM + medium;
    }

    /** The service of before asked for it for questions, too. */
    @Override
    public Outcome run(String thing) {
        return thing.startsWith(MEDIUM) ? super.run(thing.substring(MEDIUM.length())) : Outcome.done();
    }

    @Override
    public Uni<Set<UUID>> showing(Transaction transaction, Collection<UUID> media) {
        return PartStore.shown(transaction, media);
    }

    @Override
    protected void stopShowing(UUID medium) {
        for (PartStore.Shown version : parts.showing(medium).await().indefinitely()) {
            inTransaction(transaction -> withdraw(transaction, version, medium));
        }
    }

    /** Unless somebody has thought better of it meanwhile. */
    private Uni<Void> withdraw(Transaction transaction, PartStore.Shown version, UUID medium) {
        return quizzes.holdKept(transaction, version.quiz())
                .chain(() -> isRefused(transaction, medium))
                .chain(refused -> refused
                        ? ending.withdraw(
                                transaction,
                                version.quiz(),
                                version.publication(),
                                Withdrawal.refused(medium, Actor.MODERATION))
                        : Uni.createFrom().voidItem());
    }
}
