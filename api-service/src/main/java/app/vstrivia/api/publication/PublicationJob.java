package app.vstrivia.api.publication;

import app.vstrivia.api.job.Job;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.platform.bulkhead.AllTaken;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.document.Completeness;
import app.vstrivia.api.publication.document.Unpublishable;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.question.bank.BankService;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.PublicationEvent.PublicationStep;
import app.vstrivia.model.protocol.PublicationEvent.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Publishes a quiz, step by step, and forgets later what nobody needs of that. One job for both: so they never meet. */
@ApplicationScoped
class PublicationJob implements Job {
    static final String KIND = "publication";

    /** While others decode pictures. */
    private static final Duration LATER = Duration.ofMillis(300);

    private static final Step[] STEPS = Step.values();

    private final PublicationStore store;
    private final PartStore parts;
    private final Steps steps;
    private final Ending ending;
    private final QuizService quizzes;
    private final VersionService versions;
    private final Exhibits exhibits;
    private final BankService bank;
    private final Transactions transactions;

    PublicationJob(
            PublicationStore store,
            PartStore parts,
            Steps steps,
            Ending ending,
            QuizService quizzes,
            VersionService versions,
            Exhibits exhibits,
            BankService bank,
            Transactions transactions) {
        this.store = store;
        this.parts = parts;
        this.steps = steps;
        this.ending = ending;
        this.quizzes = quizzes;
        this.versions = versions;
        this.exhibits = exhibits;
        this.bank = bank;
        this.transactions = transactions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** As long as one runs, no other of the quiz does. */
    @Override
    public boolean mayBeGivenUp() {
        return false;
    }

    @Override
    public Outcome run(String thing) {
        UUID id = UuidV7.parse(thing);
        Optional<Publication> found = done(store.find(id));
        try {
            while (found.isPresent() && found.get().runs()) {
                if (!goOn(found.get())) {
                    return Outcome.again(Duration.ZERO);
                }
                found = done(store.find(id));
            }
        } catch (AllTaken taken) {
            return Outcome.again(LATER);
        }
        return ended(id, found);
    }

    /** The next step; false if another worker was quicker. */
    private boolean goOn(Publication row) {
        Step step = STEPS[row.stepsDone()];
        try {
            return step == Step.PUBLISH ? publish(row) : advance(row, step, steps.take(step, row));
        } catch (Unpublishable why) {
            return end(row.id(), why);
        }
    }

    private boolean advance(Publication row, Step step, Steps.Found found) {
        int number = row.stepsDone() + 1;
        return done(transactions.run(transaction -> store.advance(
                        transaction, row.id(), number, found.content(), found.media(), found.document())
                .invoke(advanced -> {
                    if (advanced) {
                        transaction.tell(row.stream(), new PublicationStep(step, number, STEPS.length));
                    }
                })));
    }

    /**
     * What was found before may have changed, up to this transaction: the quiz may be gone, the same taken down, a question
     * retired, a medium refused. Questions are locked before media, as in the bank.
     */
    private boolean publish(Publication row) {
        return done(transactions.run(transaction -> quizzes.holdKept(transaction, row.quiz())
                .invoke(kept -> {
                    if (!kept) {
                        throw new Unpublishable("quiz-gone", "The quiz was thrown away meanwhile.");
                    }
                })
                .chain(() -> store.lock(transaction, row.id()))
                .map(found -> found.filter(now -> now.runs() && now.stepsDone() == row.stepsDone()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : publish(transaction, found.get()).replaceWith(true))));
    }

    private Uni<Void> publish(Transaction transaction, Publication row) {
        return versions.isTakenDown(transaction, row.id())
                .invoke(takenDown -> {
                    if (takenDown) {
                        throw Completeness.takenDown();
                    }
                })
                .chain(() -> bank.unapproved(transaction, row.content().bankQuestions()))
                .invoke(retired -> {
                    if (!retired.isEmpty()) {
                        throw Completeness.retired();
                    }
                })
                .chain(() -> showMedia(transaction, row));
    }

    private Uni<Void> showMedia(Transaction transaction, Publication row) {
        return exhibits.unapproved(transaction, row.content().media())
                .invoke(unapproved -> {
                    if (!unapproved.isEmpty()) {
                        throw Completeness.notApproved();
                    }
                })
                .chain(() -> ending.publish(transaction, row));
    }

    private boolean end(UUID id, Unpublishable why) {
        done(transactions.run(transaction -> store.lock(transaction, id).chain(found -> found.filter(Publication::runs)
                .map(row -> ending.fail(transaction, row, why))
                .orElseGet(() -> Uni.createFrom().voidItem()))));
        return true;
    }

    /** A worker that was only slow may leave something behind; so what was swept is swept again at the very end. */
    private Outcome ended(UUID id, Optional<Publication> found) {
        boolean published = found.isPresent() && found.get().status() == PublicationStatus.PUBLISHED;
        steps.sweep(id, found.filter(Publication::isShowable).isPresent());
        if (found.isEmpty()) {
            return Outcome.done();
        }
        Publication row = found.get();
        Duration left = row.left();
        if (row.status() != PublicationStatus.REMOVED && left.compareTo(Duration.ZERO) > 0) {
            return Outcome.again(left);
        }
        done(transactions.run(transaction -> transaction
                .withdrawAll(row.stream())
                .chain(() -> transaction.drop(row.stream()))
                .chain(() -> published
                        ? Uni.createFrom().voidItem()
                        : parts.forget(transaction, id).chain(() -> store.drop(transaction, id)))));
        return Outcome.done();
    }

    private static <T> T done(Uni<T> work) {
        return work.await().indefinitely();
    }
}
