package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** For other features: has those told who want to know what happens. */
@ApplicationScoped
public class Webhooks {
    private final DeliveryStore store;
    private final Jobs jobs;
    private final ObjectMapper json;

    Webhooks(DeliveryStore store, Jobs jobs, ObjectMapper json) {
        this.store = store;
        this.jobs = jobs;
        this.json = json;
    }

    /**
     * Something of the owner's changes with {@code transaction}; if that is rolled back nobody is told.
     *
     * @param kind one that is for owners
     * @param owner null for nobody, who is not told
     * @param data identifiers, numbers and short texts by name, of which the receiver may know; 16 KB at most
     */
    public Uni<Void> announce(Transaction transaction, WebhookKind kind, PlayerId owner, Map<String, ?> data) {
        if (kind.isOfSystem()) {
            throw new IllegalArgumentException(kind + " is for admins");
        }
        return owner == null
                ? Uni.createFrom().voidItem()
                : store.webhooks(transaction, kind, owner)
                        .chain(webhooks -> send(transaction, kind.wire(), webhooks, data))
                        .replaceWithVoid();
    }

    /** The same of what is for all admins. */
    public Uni<Void> announce(Transaction transaction, WebhookKind kind, Map<String, ?> data) {
        if (!kind.isOfSystem()) {
            throw new IllegalArgumentException(kind + " is for its owner");
        }
        return store.webhooks(transaction, kind)
                .chain(webhooks -> send(transaction, kind.wire(), webhooks, data))
                .replaceWithVoid();
    }

    /** Gives the deliveries. */
    Uni<List<UUID>> send(Transaction transaction, String kind, List<UUID> webhooks, Map<String, ?> data) {
        if (webhooks.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String body = Message.of(json, kind, Instant.now(), data);
        Map<UUID, UUID> deliveries = new TreeMap<>();
        webhooks.forEach(webhook -> deliveries.put(UuidV7.next(), webhook));
        List<UUID> ids = List.copyOf(deliveries.keySet());
        return store.add(transaction, kind, body, deliveries)
                .chain(() -> ask(transaction, ids))
                .replaceWith(ids);
    }

    /** Has them sent. */
    Uni<Void> ask(Transaction transaction, List<UUID> deliveries) {
        return Multi.createFrom()
                .iterable(deliveries)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> jobs.add(transaction, DeliveryJob.KIND, id.toString(), Duration.ZERO))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
