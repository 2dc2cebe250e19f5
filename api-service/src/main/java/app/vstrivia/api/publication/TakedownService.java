package app.vstrivia.api.publication;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.publication.version.NotPublished;
import app.vstrivia.api.publication.version.PublishedQuiz;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.publication.version.Withdrawal;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Takes down what others publish. Whoever works on a quiz may show again what they hid; what somebody who moderates took down
 * stays down, and so does every version of the quiz with the same content.
 */
@ApplicationScoped
public class TakedownService {
    private final QuizService quizzes;
    private final VersionService versions;
    private final Ending ending;
    private final Transactions transactions;

    TakedownService(QuizService quizzes, VersionService versions, Ending ending, Transactions transactions) {
        this.quizzes = quizzes;
        this.versions = versions;
        this.ending = ending;
        this.transactions = transactions;
    }

    /** Whether somebody edits or owns a quiz, and so unpublishes what is the own: then nothing is taken down. */
    public Uni<Boolean> isOwn(UUID quiz, PlayerId player) {
        return player == null ? Uni.createFrom().item(false) : quizzes.isAllowed(quiz, player, QuizAccess.EDITOR);
    }

    /**
     * Nobody sees any more what everybody sees of a quiz, nor will; nothing happens if nobody does. Fails with {@link
     * NotPublished} if there is no such quiz, or with {@link PreconditionFailed} if what everybody sees does not have the client's
     * consent.
     *
     * @param reason which its authors read; null or blank for none
     */
    public Uni<Void> takeDown(UUID quiz, Actor by, String reason, Predicate<PublishedQuiz> consent) {
        Withdrawal why = Withdrawal.takedown(reason, by);
        return transactions.run(transaction -> quizzes.holdKept(transaction, quiz)
                .invoke(kept -> {
                    if (!kept) {
                        throw new NotPublished();
                    }
                })
                .chain(() -> versions.agreed(transaction, quiz, consent))
                .chain(shown -> shown.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : takeDown(transaction, quiz, shown.get().publicationId(), why)));
    }

    /** The same of a version, whether everybody sees it or not. The quiz is held. */
    public Uni<Void> takeDown(Transaction transaction, UUID quiz, UUID publication, Withdrawal why) {
        return versions.alike(transaction, quiz, publication).chain(alike -> Multi.createFrom()
                .iterable(alike)
                .onItem()
                .transformToUniAndConcatenate(id -> ending.withdraw(transaction, quiz, id, why))
                .collect()
                .last()
                .replaceWithVoid());
    }
}
