package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.platform.observe.ApiMetric;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.webhook.DisabledWhy;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What follows from an attempt, in one transaction: of the delivery, and of its webhook. */
@ApplicationScoped
class Settlement {
    private final EndpointStore store;
    private final Transactions transactions;
    private final AuditLog audit;
    private final MeterRegistry metrics;

    Settlement(EndpointStore store, Transactions transactions, AuditLog audit, MeterRegistry metrics) {
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
        this.metrics = metrics;
    }

    Uni<Void> settle(Parcel parcel, Answer answer) {
        return transactions
                .run(transaction -> store.failures(transaction, parcel.webhook())
                        .chain(failures -> failures.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : answer.isGood()
                                        ? arrived(transaction, parcel, answer)
                                        : failed(transaction, parcel, answer, failures.get() + 1)))
                .invoke(() ->
                        ApiMetric.WEBHOOKS.counter(metrics, outcome(answer)).increment());
    }

    private static String outcome(Answer answer) {
        return answer.isGood() ? "delivered" : answer.error() == null ? "refused" : answer.error();
    }

    private Uni<Void> arrived(Transaction transaction, Parcel parcel, Answer answer) {
        return store.note(transaction, parcel.id(), answer, DeliveryStatus.DELIVERED, Optional.empty())
                .chain(() -> store.arrived(transaction, parcel.webhook()));
    }

    /** A webhook is disabled when a delivery is given up and nothing has arrived for as long as that was tried. */
    private Uni<Void> failed(Transaction transaction, Parcel parcel, Answer answer, int failures) {
        Optional<Duration> pause =
                answer.isGone() ? Optional.empty() : Backoff.after(parcel.attempts() + 1, ThreadLocalRandom.current());
        DeliveryStatus status = pause.isPresent() ? DeliveryStatus.PENDING : DeliveryStatus.FAILED;
        return store.note(transaction, parcel.id(), answer, status, pause)
                .chain(() -> store.failed(transaction, parcel.webhook(), Backoff.rest(failures)))
                .chain(failing -> answer.isGone()
                        ? disable(transaction, parcel, DisabledWhy.GONE)
                        : pause.isEmpty() && failing.compareTo(Backoff.WHOLE) >= 0
                                ? disable(transaction, parcel, DisabledWhy.FAILING)
                                : Uni.createFrom().voidItem());
    }

    private Uni<Void> disable(Transaction transaction, Parcel parcel, DisabledWhy why) {
        return store.disable(transaction, parcel.webhook(), why)
                .chain(() -> audit.add(
                        transaction,
                        audit.entry(AuditAction.WEBHOOK_DISABLED)
                                .on(parcel.owner())
                                .with("webhook", parcel.webhook())
                                .with("reason", why.wire())));
    }
}
