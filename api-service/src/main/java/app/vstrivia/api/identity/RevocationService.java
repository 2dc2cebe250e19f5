package app.vstrivia.api.identity;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.role.RoleService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts players out. */
@ApplicationScoped
public class RevocationService {
    private final Transactions transactions;
    private final RoleService roles;
    private final AccessEnd accessEnd;
    private final AuditLog audit;

    RevocationService(Transactions transactions, RoleService roles, AccessEnd accessEnd, AuditLog audit) {
        this.roles = roles;
        this.transactions = transactions;
        this.accessEnd = accessEnd;
        this.audit = audit;
    }

    /**
     * Signs a player out everywhere, for good: no device gets a token any more, tokens that are out open no socket, and open
     * sockets are closed. The player's roles are gone. Whoever was merged into another player is that one. Fails with {@link
     * PlayerNotFound}, or {@code LastAdmin} where nobody
     * would be left to run the system.
     *
     * @param by who does it
     */
    public Uni<Void> revoke(PlayerId player, Actor by) {
        AuditEntry entry = audit.entry(AuditAction.PLAYER_REVOKED).by(by);
        return transactions
                .run(transaction -> putOut(transaction, player, entry))
                .invoke(accessEnd::tell);
    }

    private Uni<Void> putOut(Transaction transaction, PlayerId player, AuditEntry entry) {
        return AccountStore.present(transaction, player)
                .map(present -> present.orElseThrow(PlayerNotFound::new))
                .chain(present -> AccountStore.lock(transaction, present))
                .map(account -> account.orElseThrow(PlayerNotFound::new))
                .chain(account -> account.isMerged()
                        ? putOut(transaction, account.mergedInto(), entry)
                        : putOutPresent(transaction, account.id(), entry));
    }

    private Uni<Void> putOutPresent(Transaction transaction, PlayerId player, AuditEntry entry) {
        return DeviceStore.revokeAll(transaction, player)
                .chain(() -> roles.takeAll(transaction, player, entry))
                .chain(() -> audit.add(transaction, entry.on(player)))
                .chain(() -> AccountStore.putOut(transaction, player))
                .chain(() -> AccessEnd.of(transaction, player));
    }
}
