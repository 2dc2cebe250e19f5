package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.paging.Cursor;
import app.vstrivia.api.platform.paging.Page;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.WebhookService;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The log of a webhook, and what its owner does with it. All of it fails with {@code WebhookNotFound} for whoever is not the
 * owner; nothing is sent while it is disabled, which is {@link WebhookDisabled}.
 */
@ApplicationScoped
public class DeliveryService {
    /** Of those that failed, so many are sent again at once. */
    private static final int MOST_REPLAYED = 500;

    private final WebhookService webhooks;
    private final DeliveryStore store;
    private final Webhooks sending;
    private final Transactions transactions;

    DeliveryService(WebhookService webhooks, DeliveryStore store, Webhooks sending, Transactions transactions) {
        this.webhooks = webhooks;
        this.store = store;
        this.sending = sending;
        this.transactions = transactions;
    }

    /** The newest first. {@code status} is null for all, {@code before} for the beginning. */
    public Uni<Page<DeliveryView>> list(UUID webhook, PlayerId owner, DeliveryStatus status, UUID before, int limit) {
        return webhooks.find(webhook, owner)
                .chain(found -> store.list(webhook, status, before, limit))
                .map(read -> Page.of(read, limit, last -> Cursor.of(last.id().toString())));
    }

    /** Sends something that says nothing; gives the delivery. */
    public Uni<UUID> test(UUID webhook, PlayerId owner) {
        return transactions.run(transaction -> enabled(transaction, webhook, owner)
                .chain(() -> sending.send(
                        transaction, WebhookKind.TEST, List.of(webhook), Map.of("webhookId", webhook.toString())))
                .map(ids -> ids.get(0)));
    }

    /** Sends one again, whatever became of it. Fails with {@link DeliveryNotFound}, too. */
    public Uni<Void> replay(UUID webhook, UUID delivery, PlayerId owner) {
        return transactions.run(transaction -> enabled(transaction, webhook, owner)
                .chain(() -> store.replay(transaction, webhook, delivery))
                .invoke(found -> {
                    if (!found) {
                        throw new DeliveryNotFound();
                    }
                })
                .chain(() -> sending.ask(transaction, List.of(delivery))));
    }

    /** Sends again what failed for good, of what happened since then. */
    public Uni<Replayed> replayFailed(UUID webhook, PlayerId owner, Instant since) {
        return transactions.run(transaction -> enabled(transaction, webhook, owner)
                .chain(() -> store.failed(transaction, webhook, since, MOST_REPLAYED + 1))
                .chain(found -> {
                    List<UUID> some = found.subList(0, Math.min(found.size(), MOST_REPLAYED));
                    return Multi.createFrom()
                            .iterable(some)
                            .onItem()
                            .transformToUniAndConcatenate(id -> store.replay(transaction, id))
                            .collect()
                            .last()
                            .chain(() -> sending.ask(transaction, some))
                            .replaceWith(new Replayed(some.size(), found.size() > some.size()));
                }));
    }

    private Uni<Void> enabled(Transaction transaction, UUID webhook, PlayerId owner) {
        return webhooks.hold(transaction, webhook, owner)
                .invoke(found -> {
                    if (!found.enabled()) {
                        throw new WebhookDisabled();
                    }
                })
                .replaceWithVoid();
    }

    /**
     * What is sent again.
     *
     * @param more whether there are others: ask once more
     */
    public record Replayed(int deliveries, boolean more) {}
}
