package app.vstrivia.api.question.report;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.paging.PageRequest;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.delivery.Webhooks;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes reports of players, and shows them to those who look after the bank. */
@ApplicationScoped
public class ReportService {
    private final ReportStore store;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final OtherReports others;

    ReportService(
            ReportStore store, Transactions transactions, AuditLog audit, Webhooks webhooks, OtherReports others) {
        this.store = store;
        this.others = others;
        this.transactions = transactions;
        this.audit = audit;
        this.webhooks = webhooks;
    }

    /**
     * Reports the question of a round that was shown to the player; a second report takes the place of the first, and is not
     * announced, so that nobody can have as many requests sent as one makes. Fails with {@link RoundNotShown}.
     *
     * @param text null or blank for none
     */
    public Uni<Void> report(MatchId match, int round, PlayerId player, ReportReason reason, String text) {
        String words = text == null || text.isBlank() ? null : text.strip();
        Complaint complaint = new Complaint(player, reason, words);
        return transactions.run(transaction -> store.shown(transaction, match, round, player)
                .map(found -> found.orElseThrow(RoundNotShown::new))
                .chain(shown -> file(transaction, shown, complaint)));
    }

    private Uni<Void> file(Transaction transaction, ShownRound shown, Complaint complaint) {
        return store.put(transaction, shown.question(), complaint).chain(filing -> switch (filing) {
            case FIRST -> announce(transaction, shown.question(), complaint.reason());
            case AGAIN -> Uni.createFrom().voidItem();
            case NONE ->
                others.put(transaction, shown, complaint)
                        .invoke(other -> {
                            if (other == Filing.NONE) {
                                throw new RoundNotShown();
                            }
                        })
                        .replaceWithVoid();
        });
    }

    /** Not who reported it, nor the words, which may tell. */
    private Uni<Void> announce(Transaction transaction, UUID question, ReportReason reason) {
        return webhooks.announce(
                transaction,
                WebhookKind.REPORT_FILED,
                Map.of("questionId", question.toString(), "reason", reason.wire()));
    }

    /** What is reported of a question, the newest first; nothing if there is no such question. */
    public Uni<Page<QuestionReport>> of(UUID question, PageRequest page) {
        ReportPosition from = Optional.ofNullable(page.after(ReportPosition.KEYS, ReportPosition::at))
                .orElse(ReportPosition.START);
        return store.of(question, from, page.limit() + 1)
                .map(read -> Page.of(read, page.limit(), last -> from.after(read.subList(0, page.limit()).stream()
                                .map(QuestionReport::reportedAt)
                                .toList())
                        .cursor()));
    }

    /**
     * Somebody has seen to them; nothing happens where there are none.
     *
     * @param until the moment of the newest that was seen
     */
    public Uni<Void> settle(UUID question, Instant until, Actor by) {
        AuditEntry entry =
                audit.entry(AuditAction.QUESTION_REPORTS_SETTLED).by(by).with("question", question);
        return transactions.run(transaction -> store.remove(transaction, question, until)
                .chain(count -> count == 0
                        ? Uni.createFrom().voidItem()
                        : audit.add(transaction, entry.with("reports", count))));
    }
}
