package app.vstrivia.api.identity.merge;

import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.AccessEnd;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.Departures;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.identity.login.Login;
import app.vstrivia.api.identity.login.Logins;
import app.vstrivia.api.identity.role.RoleService;
import app.vstrivia.api.identity.token.TokenService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Makes one player of two. */
@ApplicationScoped
public class MergeService {
    private static final Duration OFFER_LIFETIME = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Accounts accounts;
    private final RoleService roles;
    private final AccessEnd accessEnd;
    private final TokenService tokens;
    private final AuditLog audit;

    MergeService(
            Transactions transactions,
            Accounts accounts,
            RoleService roles,
            AccessEnd accessEnd,
            TokenService tokens,
            AuditLog audit) {
        this.audit = audit;
        this.transactions = transactions;
        this.accounts = accounts;
        this.roles = roles;
        this.accessEnd = accessEnd;
        this.tokens = tokens;
    }

    /**
     * Offers a guest to become part of {@code kept}; both are locked. To be called for somebody who proved to be both. Fails
     * with {@code PlayerPutOut}.
     *
     * @param identity of {@code kept}, and the proof; the offer is void when that player unlinks it
     */
    public Uni<MergeOffer> offer(Transaction transaction, PlayerId guest, PlayerId kept, UUID identity) {
        Secret token = Secret.random();
        return Accounts.lock(transaction, kept).chain(name -> MergeStore.offer(
                        transaction, token.hash(), guest, kept, identity, OFFER_LIFETIME)
                .chain(() -> MergeStore.preview(transaction, guest, kept))
                .map(moves -> new MergeOffer(token.reveal(), Instant.now().plus(OFFER_LIFETIME), kept, name, moves)));
    }

    /**
     * Merges the guest. Its tokens are void at once, and its sockets are closed to come back; this device gets tokens of the
     * other player, and the others get them for their secrets. Fails with {@link MergeRefused} or {@link GuestIsPlaying}.
     *
     * @param device the one that asks
     * @param secret the device's: a token that was stolen must not be enough to take a player over
     */
    public Uni<Merged> confirm(PlayerId guest, UUID device, String secret, String token) {
        AuditEntry entry = audit.entry(AuditAction.PLAYERS_MERGED).by(guest);
        byte[] hash = Secret.given(token).hash();
        return transactions
                .run(transaction -> MergeStore.offered(transaction, hash, guest)
                        .map(kept -> kept.orElseThrow(MergeRefused::new))
                        .call(kept -> take(transaction, hash, guest, kept))
                        .call(() -> Accounts.requireSecret(transaction, guest, device, Secret.given(secret)))
                        .chain(kept -> Accounts.lock(transaction, kept)
                                .call(() -> merge(transaction, guest, kept, device, entry))
                                // Not only at the sign-in that follows: the guest would be erased with a player who
                                // leaves.
                                .call(() -> Departures.callOff(transaction, kept))
                                .call(() ->
                                        Logins.add(transaction, new Login(kept, device, Login.MERGE, entry.origin())))
                                .call(() -> audit.add(transaction, entry.on(kept)))
                                .map(name -> new Moved(kept, name))))
                .invoke(accessEnd::tell)
                .chain(moved ->
                        tokens.begin(device).map(given -> new Merged(moved.into(), device, moved.name(), given)));
    }

    /** Locks both, and uses the offer up that was read before. */
    private static Uni<Void> take(Transaction transaction, byte[] hash, PlayerId guest, PlayerId kept) {
        return Accounts.hold(transaction, Set.of(guest, kept))
                .chain(() -> Accounts.lock(transaction, guest))
                .chain(() -> MergeStore.offered(transaction, hash, guest))
                .invoke(still -> still.orElseThrow(MergeRefused::new))
                .chain(() -> MergeStore.removeOffer(transaction, guest));
    }

    private Uni<Void> merge(Transaction transaction, PlayerId guest, PlayerId kept, UUID device, AuditEntry entry) {
        PlayerEvent.PlayerMerged merged = new PlayerEvent.PlayerMerged(guest, kept);
        transaction.tell(StreamId.of(guest), merged);
        transaction.tell(StreamId.of(kept), merged);
        return MergeStore.stopWaiting(transaction, guest)
                .chain(() -> MergeStore.plays(transaction, guest))
                .invoke(plays -> {
                    if (plays) {
                        throw new GuestIsPlaying();
                    }
                })
                .chain(() -> roles.takeAll(transaction, guest, entry))
                .chain(() -> AccessEnd.ofMerged(transaction, guest))
                .chain(() -> MergeStore.move(transaction, guest, kept))
                .chain(() -> accounts.makeRoom(transaction, kept, device, entry));
    }

    private record Moved(PlayerId into, String name) {}
}
