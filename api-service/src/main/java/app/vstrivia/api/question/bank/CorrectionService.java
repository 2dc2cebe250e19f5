package app.vstrivia.api.question.bank;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Conflicts;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.likeness.LikenessService;
import app.vstrivia.api.question.likeness.SimilarQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Corrects questions that matches do not draw. Those that run keep what they have. */
@ApplicationScoped
public class CorrectionService {
    private static final Set<QuestionStatus> OPEN = Set.of(QuestionStatus.DRAFT, QuestionStatus.REVIEW);

    private final BankStore bank;
    private final StatusStore statuses;
    private final TagPoolStore tags;
    private final LikenessService likeness;
    private final Transactions transactions;
    private final AuditLog audit;

    CorrectionService(
            BankStore bank,
            StatusStore statuses,
            TagPoolStore tags,
            LikenessService likeness,
            Transactions transactions,
            AuditLog audit) {
        this.bank = bank;
        this.statuses = statuses;
        this.tags = tags;
        this.likeness = likeness;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The question says from now on what {@code other} says, about the same medium, in the same category and language. Nothing
     * happens if it says that already.
     *
     * <p>Fails with {@link QuestionNotFound}, {@link WrongStatus} or {@link QuestionExists}, and with {@link PreconditionFailed} if
     * the question as it is does not have the client's consent.
     */
    public Uni<CorrectedQuestion> correct(UUID id, NewQuestion other, Actor actor, Predicate<StoredQuestion> consent) {
        AuditEntry entry = audit.entry(AuditAction.QUESTION_CORRECTED).by(actor).with("question", id);
        return transactions
                .run(transaction -> statuses.hold(transaction, id)
                        .onItem()
                        .ifNull()
                        .failWith(QuestionNotFound::new)
                        .chain(held -> bank.find(transaction, id)
                                .invoke(question -> require(question, consent))
                                .chain(question -> {
                                    NewQuestion corrected = question.question().correctedAs(other);
                                    return corrected.equals(question.question())
                                            ? Uni.createFrom().item(new CorrectedQuestion(question, List.of()))
                                            : change(transaction, held, question.question(), corrected)
                                                    .call(() -> audit.add(transaction, entry));
                                })))
                .onFailure(failure -> Conflicts.taken(failure, QuestionMediaStore.SAME))
                .transform(same -> new QuestionExists());
    }

    private static void require(StoredQuestion question, Predicate<StoredQuestion> consent) {
        if (!consent.test(question)) {
            throw new PreconditionFailed();
        }
        if (!OPEN.contains(question.status())) {
            throw new WrongStatus(question.status());
        }
    }

    /** What it has by tags the version before may have left there, in a bucket that is held now alone. */
    private Uni<CorrectedQuestion> change(
            Transaction transaction, StatusStore.Held held, NewQuestion before, NewQuestion corrected) {
        UUID id = held.id();
        Uni<Integer> bucket = corrected.difficulty() == before.difficulty()
                ? Uni.createFrom().item(held.bucket())
                : CorrectionStore.bucket(transaction, held.bucket(), corrected.difficulty());
        return tags.leave(transaction, held)
                .chain(() -> bucket)
                .chain(its -> CorrectionStore.change(transaction, id, its, corrected, Fingerprint.of(corrected)))
                .chain(() -> corrected.text().equals(before.text())
                        ? Uni.createFrom().item(List.<SimilarQuestion>of())
                        : compare(transaction, id, before, corrected))
                .chain(similar -> bank.find(transaction, id).map(now -> new CorrectedQuestion(now, similar)));
    }

    private Uni<List<SimilarQuestion>> compare(
            Transaction transaction, UUID id, NewQuestion before, NewQuestion corrected) {
        return likeness.forget(transaction, id, before)
                .chain(() -> likeness.similar(transaction, corrected.language(), Map.of(id, corrected.text())))
                .map(found -> found.getOrDefault(id, List.of()).stream()
                        .filter(similar -> !similar.questionId().equals(id))
                        .toList())
                .call(() -> likeness.remember(transaction, Map.of(id, corrected)));
    }
}
