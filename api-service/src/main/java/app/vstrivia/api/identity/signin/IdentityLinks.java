package app.vstrivia.api.identity.signin;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.identity.merge.MergeOffer;
import app.vstrivia.api.identity.merge.MergeService;
import app.vstrivia.api.identity.provider.IdTokens;
import app.vstrivia.api.identity.provider.VerifiedIdentity;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The identities of a player. */
@ApplicationScoped
public class IdentityLinks {
    /** How many identities a player may have. */
    static final int MOST = 10;

    private final IdTokens idTokens;
    private final LinkedIdentityStore store;
    private final MergeService merges;
    private final Transactions transactions;
    private final AuditLog audit;

    IdentityLinks(
            IdTokens idTokens,
            LinkedIdentityStore store,
            MergeService merges,
            Transactions transactions,
            AuditLog audit) {
        this.audit = audit;
        this.idTokens = idTokens;
        this.store = store;
        this.merges = merges;
        this.transactions = transactions;
    }

    /** The oldest first. */
    public Uni<List<IdentityView>> list(PlayerId player) {
        return store.of(player)
                .map(identities ->
                        identities.stream().map(LinkedIdentity::toView).toList());
    }

    /**
     * Links an identity; one that the player has already stays as it is. Fails as {@link IdTokens#verify}, with {@link
     * TooManyIdentities}, with {@code SecretRefused} if the secret is not the device's, and with {@link IdentityTaken} if another
     * player has it.
     */
    public Uni<IdentityView> link(PlayerId player, UUID device, Secret secret, String provider, String idToken) {
        AuditEntry entry =
                audit.entry(AuditAction.IDENTITY_LINKED).by(player).on(player).with("provider", provider);
        return idTokens.verify(provider, idToken)
                .chain(identity -> IdentityMoved.retried(transactions, transaction -> Nonces.take(transaction, identity)
                        .chain(() -> LinkedIdentityStore.find(transaction, identity))
                        .call(known -> hold(transaction, player, known))
                        .call(() -> Accounts.lock(transaction, player))
                        .call(() -> Accounts.requireAccess(transaction, player, device))
                        .call(() -> Accounts.requireSecret(transaction, player, device, secret))
                        .call(known -> LinkedIdentityStore.requireSame(transaction, identity, known))
                        .chain(known -> link(transaction, player, identity, known, entry))))
                .onFailure(Refusal::is)
                .call(failure -> audit.add(Refusal.noted(entry.as(AuditAction.IDENTITY_LINK_REFUSED), failure)))
                .map(outcome -> {
                    // Not before the commit: the offer is made and the nonce is used.
                    if (outcome.offer() != null) {
                        throw new IdentityTaken(outcome.offer());
                    }
                    return outcome.linked().toView();
                });
    }

    /** The player, and the other one if the identity is another one's. */
    private static Uni<Void> hold(Transaction transaction, PlayerId player, Optional<LinkedIdentity> known) {
        Set<PlayerId> players = new HashSet<>(Set.of(player));
        known.ifPresent(linked -> players.add(linked.player()));
        return Accounts.hold(transaction, players);
    }

    private Uni<Outcome> link(
            Transaction transaction,
            PlayerId player,
            VerifiedIdentity identity,
            Optional<LinkedIdentity> known,
            AuditEntry entry) {
        if (known.isEmpty()) {
            return add(transaction, player, identity)
                    .invoke(linked -> transaction.tell(
                            StreamId.of(player), new PlayerEvent.IdentityLinked(linked.id(), linked.provider())))
                    .call(() -> audit.add(transaction, entry))
                    .map(linked -> new Outcome(linked, null));
        }
        LinkedIdentity linked = known.get();
        return linked.player().equals(player)
                ? Uni.createFrom().item(new Outcome(linked, null))
                : merges.offer(transaction, player, linked.player(), linked.id())
                        .call(() -> audit.add(
                                transaction,
                                entry.as(AuditAction.IDENTITY_LINK_REFUSED).with("reason", "identity-taken")))
                        .map(offer -> new Outcome(linked, offer));
    }

    private static Uni<LinkedIdentity> add(Transaction transaction, PlayerId player, VerifiedIdentity identity) {
        return LinkedIdentityStore.count(transaction, player).chain(count -> {
            if (count >= MOST) {
                throw new TooManyIdentities();
            }
            return LinkedIdentityStore.add(transaction, identity, player);
        });
    }

    /** Whoever asks has a device and keeps it, so that nobody is locked out. Fails with {@link IdentityNotFound}. */
    public Uni<Void> unlink(PlayerId player, UUID device, UUID identity) {
        AuditEntry entry = audit.entry(AuditAction.IDENTITY_UNLINKED).by(player).on(player);
        return transactions.run(transaction -> Accounts.lock(transaction, player)
                .chain(() -> Accounts.requireAccess(transaction, player, device))
                .chain(() -> LinkedIdentityStore.remove(transaction, player, identity))
                .invoke(removed -> {
                    if (!removed) {
                        throw new IdentityNotFound();
                    }
                    transaction.tell(StreamId.of(player), new PlayerEvent.IdentityUnlinked(identity));
                })
                .chain(() -> audit.add(transaction, entry)));
    }

    /** {@code offer} is null unless another player has the identity. */
    private record Outcome(LinkedIdentity linked, MergeOffer offer) {}
}
