package app.vstrivia.api.publication.version;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.media.Exhibits;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.api.quiz.QuizNotFound;
import app.vstrivia.api.quiz.QuizService;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What was published of quizzes, and what everybody sees of them. */
@ApplicationScoped
public class VersionService {
    /** The newest versions of a quiz, which are kept; and whatever everybody sees, or was taken down. */
    public static final int KEPT = 50;

    private final VersionStore store;
    private final QuizService quizzes;
    private final Exhibits exhibits;
    private final AuditLog audit;
    private final Transactions transactions;

    VersionService(
            VersionStore store, QuizService quizzes, Exhibits exhibits, AuditLog audit, Transactions transactions) {
        this.store = store;
        this.quizzes = quizzes;
        this.exhibits = exhibits;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Begins the keys of a version's files in the public bucket. */
    public static String folder(UUID publication) {
        return "quizzes/" + publication + "/";
    }

    /** What everybody sees. Fails with {@link NotPublished}. */
    public Uni<PublishedQuiz> shown(UUID quiz) {
        return store.shownToAll(quiz).map(found -> found.orElseThrow(NotPublished::new));
    }

    /** For who works on the quiz, the newest first, from before {@code before} on, which is null for the first page. */
    public Uni<Page<QuizVersion>> list(UUID quiz, PlayerId player, Integer before, int limit) {
        return quizzes.find(quiz, player)
                .chain(found -> store.list(quiz, before, limit + 1))
                .map(read -> Page.of(read, limit, last -> Cursor.of(Integer.toString(last.version()))));
    }

    /**
     * Everybody sees that version from now on. Fails with {@link QuizNotFound}, {@code NotAllowed}, {@code QuizInTrash}, {@link
     * NotPublished}, {@link VersionRefused}, {@link VersionTakenDown}, or {@link PreconditionFailed} if what everybody sees does not have the client's
     * consent; nothing needs none.
     */
    public Uni<PublishedQuiz> rollBack(UUID quiz, PlayerId editor, int version, Predicate<PublishedQuiz> consent) {
        AuditEntry entry = audit.entry(AuditAction.QUIZ_ROLLED_BACK)
                .by(editor)
                .with("quiz", quiz)
                .with("version", version);
        return transactions.run(transaction -> quizzes.hold(transaction, quiz, editor)
                .map(held -> held.changeable(QuizAccess.EDITOR))
                .chain(held -> agreed(transaction, quiz, consent))
                .chain(shown -> isShown(shown, version)
                        ? Uni.createFrom().item(shown.get())
                        : show(transaction, quiz, version)
                                .chain(() -> audit.add(transaction, entry))
                                .chain(() -> store.shown(transaction, quiz))
                                .map(Optional::orElseThrow)));
    }

    private static boolean isShown(Optional<PublishedQuiz> shown, int version) {
        return shown.filter(quiz -> quiz.version() == version).isPresent();
    }

    private static void require(Optional<PublishedQuiz> shown, Predicate<PublishedQuiz> consent) {
        if (shown.isPresent() && !consent.test(shown.get())) {
            throw new PreconditionFailed();
        }
    }

    private Uni<Void> show(Transaction transaction, UUID quiz, int version) {
        return store.publication(transaction, quiz, version)
                .map(found -> found.orElseThrow(NotPublished::new))
                .map(known -> {
                    if (known.takenDown()) {
                        throw new VersionTakenDown();
                    }
                    if (known.withdrawn()) {
                        throw new VersionRefused();
                    }
                    return known.publication();
                })
                .call(publication -> store.content(transaction, publication)
                        .chain(content -> exhibits.refused(content.media()))
                        .invoke(refused -> {
                            if (!refused.isEmpty()) {
                                throw new VersionRefused();
                            }
                        }))
                .chain(publication -> store.show(transaction, quiz, publication));
    }

    /**
     * Nobody sees a version of the quiz any more, until one is shown again; nothing happens if nobody did. Fails with {@link
     * QuizNotFound}, {@code NotAllowed}, or {@link PreconditionFailed} as above.
     */
    public Uni<Void> unpublish(UUID quiz, PlayerId editor, Predicate<PublishedQuiz> consent) {
        AuditEntry entry = audit.entry(AuditAction.QUIZ_UNPUBLISHED).by(editor).with("quiz", quiz);
        return transactions.run(transaction -> quizzes.hold(transaction, quiz, editor)
                .map(held -> held.changeable(QuizAccess.EDITOR))
                .chain(() -> agreed(transaction, quiz, consent))
                .chain(shown -> shown.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.hide(transaction, shown.get().publicationId())
                                .chain(() -> audit.add(
                                        transaction,
                                        entry.with("version", shown.get().version())))));
    }

    /** What everybody sees of a quiz, which is held; empty if nobody sees any. Fails with {@link PreconditionFailed}. */
    public Uni<Optional<PublishedQuiz>> agreed(Transaction transaction, UUID quiz, Predicate<PublishedQuiz> consent) {
        return store.shown(transaction, quiz).invoke(shown -> require(shown, consent));
    }

    /** All versions of a quiz, which is held, that were asked for with the same content as one of them, that one included. */
    public Uni<List<UUID>> alike(Transaction transaction, UUID quiz, UUID publication) {
        return store.alike(transaction, quiz, publication);
    }

    /** The publication that everybody sees, if it was asked for with that content. The quiz is held, as for all that follows. */
    public Uni<Optional<UUID>> shownAs(Transaction transaction, UUID quiz, byte[] contentHash) {
        return store.shownAs(transaction, quiz, contentHash);
    }

    /** Fails with {@link VersionTakenDown} if a version was taken down that was asked for with that content. */
    public Uni<Void> requireAllowed(Transaction transaction, UUID quiz, byte[] contentHash) {
        return store.isTakenDown(transaction, quiz, contentHash)
                .invoke(takenDown -> {
                    if (takenDown) {
                        throw new VersionTakenDown();
                    }
                })
                .replaceWithVoid();
    }

    /** Whether a version was taken down that was asked for with the same content as a publication. */
    public Uni<Boolean> isTakenDown(Transaction transaction, UUID publication) {
        return store.isTakenDown(transaction, publication);
    }

    /** The number of the next version. */
    public Uni<Integer> next(Transaction transaction, UUID quiz) {
        return store.next(transaction, quiz);
    }

    /** Everybody sees a publication from now on. */
    public Uni<Void> show(Transaction transaction, UUID quiz, UUID publication) {
        return store.show(transaction, quiz, publication);
    }

    /** Nobody sees a publication any more. */
    public Uni<Void> hide(Transaction transaction, UUID publication) {
        return store.hide(transaction, publication).replaceWithVoid();
    }

    /** Nobody is shown a version any more, nor will be; whether that was what everybody saw. */
    public Uni<Boolean> withdraw(Transaction transaction, UUID quiz, UUID publication, Withdrawal why) {
        return store.withdraw(transaction, publication, why.takenDown(), why.reason())
                .chain(() -> store.hide(transaction, publication))
                .call(hidden -> hidden
                        ? audit.add(transaction, entry(quiz, publication, why))
                        : Uni.createFrom().voidItem());
    }

    private AuditEntry entry(UUID quiz, UUID publication, Withdrawal why) {
        AuditEntry entry = audit.entry(AuditAction.QUIZ_UNPUBLISHED)
                .by(why.by())
                .with("quiz", quiz)
                .with("publication", publication);
        AuditEntry cause = why.takenDown() ? entry.with("for", "good") : entry.with("refused", why.refused());
        return why.reason() == null ? cause : cause.with("reason", why.reason());
    }
}
