package app.vstrivia.api.question.bank;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.revision.PreconditionFailed;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Finds questions, and takes them from one status to the next. */
@ApplicationScoped
public class BankService {
    private final BankStore bank;
    private final StatusStore statuses;
    private final TagPoolStore tags;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final ShownMedia media;

    BankService(
            BankStore bank,
            StatusStore statuses,
            TagPoolStore tags,
            Transactions transactions,
            AuditLog audit,
            Webhooks webhooks,
            ShownMedia media) {
        this.bank = bank;
        this.statuses = statuses;
        this.tags = tags;
        this.transactions = transactions;
        this.audit = audit;
        this.webhooks = webhooks;
        this.media = media;
    }

    /** A page, the oldest first, from behind {@code after} on, which is null for the first one. */
    public Uni<Page<StoredQuestion>> find(BankFilter filter, UUID after, int limit) {
        return bank.find(filter, after, limit + 1)
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id().toString())));
    }

    /** Up to {@code most}, the oldest first, from behind {@code after} on. */
    public Uni<List<StoredQuestion>> read(BankFilter filter, UUID after, int most) {
        return bank.find(filter, after, most);
    }

    /** Fails with {@link QuestionNotFound}. */
    public Uni<StoredQuestion> find(UUID id) {
        return bank.find(id).onItem().ifNull().failWith(QuestionNotFound::new);
    }

    /**
     * Makes it {@code status}; nothing happens if it is that already.
     *
     * <p>Fails with {@link QuestionNotFound} or {@link WrongStatus}, with {@link PreconditionFailed} if the question as it
     * is does not have the client's consent, and with {@code MediumNotApproved} if it would be approved before its picture.
     */
    public Uni<Void> become(UUID id, QuestionStatus status, Actor actor, Predicate<StoredQuestion> consent) {
        return find(id).chain(question -> {
            MediaRef medium = question.question().media();
            return status != QuestionStatus.APPROVED || question.status() != QuestionStatus.REVIEW || medium == null
                    ? become(id, status, actor, consent, null)
                    : media.copied(medium).chain(shown -> become(id, status, actor, consent, shown));
        });
    }

    /** @param shown JSON of what is copied of its picture or video; null if nothing is */
    private Uni<Void> become(
            UUID id, QuestionStatus status, Actor actor, Predicate<StoredQuestion> consent, String shown) {
        AuditEntry entry = audit.entry(AuditAction.QUESTION_STATUS_CHANGED)
                .by(actor)
                .with("question", id)
                .with("status", status.wire());
        return transactions.run(transaction -> statuses.hold(transaction, id)
                .onItem()
                .ifNull()
                .failWith(QuestionNotFound::new)
                .chain(held -> bank.find(transaction, id)
                        .invoke(question -> {
                            if (!consent.test(question)) {
                                throw new PreconditionFailed();
                            }
                        })
                        .chain(question -> held.status() == status
                                ? Uni.createFrom().voidItem()
                                : change(transaction, held, status)
                                        .chain(() -> show(transaction, question, status, shown))
                                        .chain(() -> audit.add(transaction, entry))
                                        .chain(() -> webhooks.announce(
                                                transaction,
                                                WebhookKind.QUESTION_STATUS,
                                                Map.of("questionId", id.toString(), "status", status.wire()))))));
    }

    /** What everybody is to be asked about, everybody may see. */
    private Uni<Void> show(Transaction transaction, StoredQuestion question, QuestionStatus status, String shown) {
        MediaRef medium = question.question().media();
        if (medium == null || status != QuestionStatus.APPROVED) {
            return Uni.createFrom().voidItem();
        }
        if (shown == null) {
            throw new PreconditionFailed(); // it came to review after it was looked at
        }
        return media.note(transaction, question.id(), medium, shown);
    }

    private Uni<Void> change(Transaction transaction, StatusStore.Held held, QuestionStatus status) {
        if (!held.status().next().contains(status)) {
            throw new WrongStatus(held.status(), status);
        }
        boolean drawn = status.isDrawn();
        boolean wasDrawn = held.slot() != null;
        Uni<Void> moved = drawn == wasDrawn
                ? Uni.createFrom().voidItem()
                : drawn
                        ? statuses.enter(transaction, held).chain(() -> tags.enter(transaction, held))
                        : statuses.leave(transaction, held).chain(() -> tags.leave(transaction, held));
        return moved.chain(() -> statuses.become(transaction, held, status));
    }

    /** Those of {@code ids} that matches may not ask at this moment; who changes that waits for the transaction. */
    public Uni<List<UUID>> unapproved(Transaction transaction, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : statuses.unapproved(transaction, ids);
    }
}
