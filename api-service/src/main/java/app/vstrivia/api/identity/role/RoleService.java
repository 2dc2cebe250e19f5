package app.vstrivia.api.identity.role;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.AccessEnd;
import app.vstrivia.api.identity.Account;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.PlayerNotFound;
import app.vstrivia.api.identity.UnknownPlayer;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives and takes roles. A change makes the player's access tokens void; refresh tokens stay, and bring new ones. */
@ApplicationScoped
public class RoleService {
    private final RoleStore store;
    private final Transactions transactions;
    private final AccessEnd accessEnd;
    private final AuditLog audit;

    RoleService(RoleStore store, Transactions transactions, AccessEnd accessEnd, AuditLog audit) {
        this.store = store;
        this.transactions = transactions;
        this.accessEnd = accessEnd;
        this.audit = audit;
    }

    /** What a token that is issued now may say. Fails with {@link UnknownPlayer}. */
    public Uni<Authority> authority(PlayerId player) {
        return store.authority(player).onItem().ifNull().failWith(UnknownPlayer::new);
    }

    /** Those that were given; none for who is not there. */
    public Uni<List<RoleGrant>> list(PlayerId player) {
        return store.of(player);
    }

    /**
     * Doing it twice is doing it once. Where there is an admin, codes for the first one are void, and whoever claims with one
     * at this moment was first or is refused. Fails with {@link PlayerNotFound}.
     */
    public Uni<Void> grant(PlayerId player, Role role, Actor by) {
        AuditEntry entry = entry(AuditAction.ROLE_GRANTED, player, role, by);
        return transactions
                .run(transaction -> (role == Role.ADMIN ? AdminClaimStore.removeAll(transaction) : nothing())
                        .chain(() -> lock(transaction, player))
                        .chain(() -> RoleStore.add(transaction, player, role, by.player()))
                        .chain(changed -> changed ? settle(transaction, player, entry) : nothing()))
                .invoke(accessEnd::tell);
    }

    /** Doing it twice is doing it once. Fails with {@link PlayerNotFound} or {@link LastAdmin}. */
    public Uni<Void> take(PlayerId player, Role role, Actor by) {
        AuditEntry entry = entry(AuditAction.ROLE_TAKEN, player, role, by);
        return transactions
                .run(transaction -> lock(transaction, player)
                        .chain(() -> role == Role.ADMIN ? requireAnotherAdmin(transaction, player) : nothing())
                        .chain(() -> RoleStore.remove(transaction, player, role))
                        .chain(changed -> changed ? settle(transaction, player, entry) : nothing()))
                .invoke(accessEnd::tell);
    }

    /**
     * Takes every role of a player who goes, whose tokens become void by that. The player is locked; the other admins are
     * only if the player is one. Fails with {@link LastAdmin}.
     *
     * @param entry about why the player goes
     */
    public Uni<Void> takeAll(Transaction transaction, PlayerId player, AuditEntry entry) {
        AuditEntry taken = entry.as(AuditAction.ROLE_TAKEN)
                .on(player)
                .with("reason", entry.action().wire());
        return RoleStore.names(transaction, player)
                .call(names ->
                        names.contains(Role.ADMIN.group()) ? requireAnotherAdmin(transaction, player) : nothing())
                .call(() -> RoleStore.removeAll(transaction, player))
                .chain(names -> Multi.createFrom()
                        .iterable(names)
                        .onItem()
                        .transformToUniAndConcatenate(name -> audit.add(transaction, taken.with("role", name)))
                        .collect()
                        .last());
    }

    private AuditEntry entry(AuditAction action, PlayerId player, Role role, Actor by) {
        return audit.entry(action).by(by).on(player).with("role", role.group());
    }

    private static Uni<Void> lock(Transaction transaction, PlayerId player) {
        return Accounts.find(transaction, player)
                .invoke(found -> found.filter(Account::stays).orElseThrow(PlayerNotFound::new))
                .replaceWithVoid();
    }

    /** The revocation comes last, so that it is younger than every token with the roles of before. */
    private Uni<Void> settle(Transaction transaction, PlayerId player, AuditEntry entry) {
        return audit.add(transaction, entry).chain(() -> AccessEnd.ofAccessTokens(transaction, player));
    }

    private static Uni<Void> requireAnotherAdmin(Transaction transaction, PlayerId player) {
        return RoleStore.lockAdmins(transaction).map(admins -> {
            if (admins.contains(player) && admins.size() == 1) {
                throw new LastAdmin();
            }
            return null;
        });
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
