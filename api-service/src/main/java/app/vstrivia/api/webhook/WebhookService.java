package app.vstrivia.api.webhook;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.platform.outbound.Destinations;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What owners do with their webhooks. All of it fails with {@link WebhookNotFound} for whoever is not the owner. */
@ApplicationScoped
public class WebhookService {
    /** Of one owner. */
    public static final int MOST = 10;

    /** How long two secrets sign. */
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebhookStore store;
    private final Destinations destinations;
    private final Transactions transactions;
    private final AuditLog audit;

    WebhookService(WebhookStore store, Destinations destinations, Transactions transactions, AuditLog audit) {
        this.store = store;
        this.destinations = destinations;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** All of an owner. */
    public Uni<List<WebhookView>> of(PlayerId owner) {
        return store.of(owner);
    }

    public Uni<WebhookView> find(UUID id, PlayerId owner) {
        return store.find(id, owner).map(WebhookService::found);
    }

    /** The same, as a part of {@code transaction}; it is locked. */
    public Uni<WebhookView> hold(Transaction transaction, UUID id, PlayerId owner) {
        return store.hold(transaction, id, owner).map(WebhookService::found);
    }

    private static WebhookView found(Optional<WebhookView> webhook) {
        return webhook.orElseThrow(WebhookNotFound::new);
    }

    /**
     * A new one. Fails with {@link UnfitAddress}, {@link ForAdmins} or {@link TooManyWebhooks}, or if there is no such player.
     *
     * @param admin whether the owner is one
     */
    public Uni<NewWebhook> create(PlayerId owner, boolean admin, WebhookDraft draft) {
        AuditEntry entry = entry(AuditAction.WEBHOOK_CREATED, owner);
        UUID id = UuidV7.next();
        WebhookSecret secret = WebhookSecret.random();
        return checked(draft, admin)
                .chain(() -> transactions.run(transaction -> Accounts.lock(transaction, owner)
                        .chain(() -> store.count(transaction, owner))
                        .invoke(count -> {
                            if (count >= MOST) {
                                throw new TooManyWebhooks();
                            }
                        })
                        .chain(() -> store.add(transaction, id, owner, draft, secret))
                        .chain(() -> audit.add(transaction, about(entry, id, draft)))
                        .chain(() -> hold(transaction, id, owner))))
                .map(webhook -> new NewWebhook(webhook, secret.reveal()));
    }

    /** In place of what the owner said before. Fails with {@link UnfitAddress} or {@link ForAdmins}. */
    public Uni<WebhookView> save(UUID id, PlayerId owner, boolean admin, WebhookDraft draft) {
        AuditEntry entry = entry(AuditAction.WEBHOOK_CHANGED, owner);
        return find(id, owner)
                .chain(() -> checked(draft, admin))
                .chain(() -> transactions.run(transaction -> hold(transaction, id, owner)
                        .chain(() -> store.save(transaction, id, draft))
                        .chain(() -> audit.add(transaction, about(entry, id, draft)))
                        .chain(() -> hold(transaction, id, owner))));
    }

    /** Another secret; the one before signs as well for a day. */
    public Uni<IssuedSecret> replaceSecret(UUID id, PlayerId owner) {
        AuditEntry entry = entry(AuditAction.WEBHOOK_SECRET_REPLACED, owner).with("webhook", id);
        WebhookSecret secret = WebhookSecret.random();
        return transactions
                .run(transaction -> hold(transaction, id, owner)
                        .chain(() -> store.replaceSecret(transaction, id, secret, OVERLAP))
                        .chain(() -> audit.add(transaction, entry)))
                .replaceWith(() -> new IssuedSecret(id, secret.reveal()));
    }

    /** With its log, and with what is still to be sent. */
    public Uni<Void> delete(UUID id, PlayerId owner) {
        AuditEntry entry = entry(AuditAction.WEBHOOK_DELETED, owner).with("webhook", id);
        return transactions.run(transaction -> hold(transaction, id, owner)
                .chain(() -> store.delete(transaction, id))
                .chain(() -> audit.add(transaction, entry)));
    }

    /** Those of a player who is being erased, who has a few at most. */
    public Uni<Void> erase(PlayerId owner) {
        return store.of(owner)
                .chain(all -> transactions.run(transaction -> all.stream()
                        .map(WebhookView::id)
                        .reduce(
                                Uni.createFrom().voidItem(),
                                (before, id) -> before.chain(() -> store.delete(transaction, id)),
                                (one, other) -> one.chain(() -> other))));
    }

    /** What the name means is looked at again with each request that is sent. */
    private Uni<Void> checked(WebhookDraft draft, boolean admin) {
        draft.kinds().stream()
                .filter(kind -> kind.isOfSystem() && !admin)
                .findAny()
                .ifPresent(kind -> {
                    throw new ForAdmins(kind);
                });
        if (draft.url().chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new UnfitAddress();
        }
        return Uni.createFrom()
                .deferred(() -> destinations.find(Destinations.parse(draft.url())))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(refused -> new UnfitAddress())
                .replaceWithVoid();
    }

    private AuditEntry entry(AuditAction action, PlayerId owner) {
        return audit.entry(action).by(owner);
    }

    /** The address may be a secret itself. */
    private static AuditEntry about(AuditEntry entry, UUID id, WebhookDraft draft) {
        return entry.with("webhook", id)
                .with(
                        "kinds",
                        draft.kinds().stream().sorted().map(WebhookKind::wire).toList())
                .with("enabled", draft.isEnabled());
    }
}
