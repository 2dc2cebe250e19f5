package app.vstrivia.api.question.bank;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.media.MediaUses;
import app.vstrivia.api.media.MediumKind;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Conflicts;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.QuestionStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Predicate;

/** Gives questions of the bank other pictures and videos. Matches and quizzes keep what they have. */
@ApplicationScoped
public class QuestionMediaService {
    private final BankStore bank;
    private final StatusStore statuses;
    private final ShownMedia shown;
    private final MediaUses uses;
    private final Transactions transactions;
    private final AuditLog audit;

    QuestionMediaService(
            BankStore bank,
            StatusStore statuses,
            ShownMedia shown,
            MediaUses uses,
            Transactions transactions,
            AuditLog audit) {
        this.bank = bank;
        this.statuses = statuses;
        this.shown = shown;
        this.uses = uses;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * The question is about that medium from now on: one of the actor's, or one that everybody may see.
     *
     * <p>Fails with {@link QuestionNotFound}, {@link InvalidMedium} or {@link QuestionExists}, with {@link PreconditionFailed} if
     * the question as it is does not have the client's consent, and with {@code MediumNotApproved} if matches may ask the question,
     * and not everybody may see the medium.
     */
    public Uni<Void> change(UUID id, MediaRef media, Actor actor, Predicate<StoredQuestion> consent) {
        MediumKind kind = MediumKind.valueOf(media.kind().name());
        return find(id).chain(question -> uses.findFor(actor.player(), UUID.fromString(media.reference()), kind)
                .map(found -> found.orElseThrow(() -> new InvalidMedium(
                        "reference", "names no " + kind.wire() + " of yours, or that everybody may see")))
                .map(found -> media.knownAs(found.content()))
                .chain(known -> question.status() == QuestionStatus.APPROVED
                        ? shown.copied(known).chain(copies -> put(id, known, copies, actor, consent))
                        : put(id, known, null, actor, consent)));
    }

    /** The question is about none any more; nothing happens if that was so. Fails as above, but for what is said of the medium. */
    public Uni<Void> remove(UUID id, Actor actor, Predicate<StoredQuestion> consent) {
        return find(id).chain(question -> put(id, null, null, actor, consent));
    }

    private Uni<StoredQuestion> find(UUID id) {
        return bank.find(id).onItem().ifNull().failWith(QuestionNotFound::new);
    }

    /**
     * @param media null for none
     * @param copies JSON of what is copied of it; null if nothing is
     */
    private Uni<Void> put(UUID id, MediaRef media, String copies, Actor actor, Predicate<StoredQuestion> consent) {
        AuditEntry entry = audit.entry(AuditAction.QUESTION_MEDIA_CHANGED)
                .by(actor)
                .with("question", id)
                .with("medium", media == null ? "none" : media.reference());
        return transactions
                .run(transaction -> statuses.hold(transaction, id)
                        .onItem()
                        .ifNull()
                        .failWith(QuestionNotFound::new)
                        .chain(held -> bank.find(transaction, id))
                        .invoke(question -> {
                            if (!consent.test(question)) {
                                throw new PreconditionFailed();
                            }
                        })
                        .chain(question -> question.question().media() == null && media == null
                                ? Uni.createFrom().voidItem()
                                : put(transaction, question, media, copies).chain(() -> audit.add(transaction, entry))))
                .onFailure(failure -> Conflicts.taken(failure, QuestionMediaStore.SAME))
                .transform(same -> new QuestionExists());
    }

    private Uni<Void> put(Transaction transaction, StoredQuestion question, MediaRef media, String copies) {
        boolean asked = question.status() == QuestionStatus.APPROVED;
        if (asked && media != null && copies == null) {
            throw new PreconditionFailed(); // it was approved after it was looked at
        }
        MediaRef before = question.question().media();
        Fingerprint fingerprint = Fingerprint.of(question.question().with(media));
        return QuestionMediaStore.change(transaction, question.id(), media, fingerprint)
                .chain(() -> uses.replace(transaction, question.id(), id(before), id(media)))
                .chain(() -> asked && media != null
                        ? shown.note(transaction, question.id(), media, copies)
                        : Uni.createFrom().voidItem());
    }

    private static UUID id(MediaRef media) {
        return media == null || media.isInZip() ? null : UUID.fromString(media.reference());
    }
}
