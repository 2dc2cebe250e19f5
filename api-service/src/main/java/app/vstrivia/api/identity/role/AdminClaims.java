package app.vstrivia.api.identity.role;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.audit.AuditAction;
import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.identity.AccessEnd;
import app.vstrivia.api.identity.Account;
import app.vstrivia.api.identity.Accounts;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** How the first admin comes to be: with a code that an operator gets, good once, for an hour, while there is no admin. */
@ApplicationScoped
public class AdminClaims {
    private static final int SECONDS = 3_600;

    private final Transactions transactions;
    private final AccessEnd accessEnd;
    private final AuditLog audit;

    AdminClaims(Transactions transactions, AccessEnd accessEnd, AuditLog audit) {
        this.transactions = transactions;
        this.accessEnd = accessEnd;
        this.audit = audit;
    }

    /** A new code; those before stay good. Fails with {@link AdminExists}. */
    public Uni<AdminClaim> issue(Actor by) {
        AuditEntry entry = audit.entry(AuditAction.ADMIN_CLAIM_ISSUED).by(by);
        Secret code = Secret.random();
        return transactions
                .run(transaction -> RoleStore.lockAdmins(transaction)
                        .invoke(admins -> {
                            if (!admins.isEmpty()) {
                                throw new AdminExists();
                            }
                        })
                        .chain(() -> AdminClaimStore.add(transaction, code.hash(), SECONDS))
                        .chain(() -> audit.add(transaction, entry)))
                .replaceWith(() -> new AdminClaim(code.reveal(), Instant.now().plusSeconds(SECONDS)));
    }

    /** Makes the player the first admin, and every code void. Fails with {@link ClaimRefused}. */
    public Uni<Void> claim(String code, PlayerId player) {
        AuditEntry entry = audit.entry(AuditAction.ADMIN_CLAIMED).by(player).on(player);
        byte[] hash = Secret.given(code).hash();
        return transactions
                .run(transaction -> AdminClaimStore.lock(transaction, hash)
                        .chain(good -> RoleStore.lockAdmins(transaction).map(admins -> good && admins.isEmpty()))
                        .chain(good -> good ? appoint(transaction, player, entry) : refuse()))
                .invoke(accessEnd::tell)
                .onFailure(ClaimRefused.class)
                .call(() -> audit.add(entry.as(AuditAction.ADMIN_CLAIM_REFUSED)));
    }

    private Uni<Void> appoint(Transaction transaction, PlayerId player, AuditEntry entry) {
        return Accounts.find(transaction, player)
                .invoke(found -> found.filter(Account::stays).orElseThrow(ClaimRefused::new))
                .chain(() -> RoleStore.add(transaction, player, Role.ADMIN, null))
                .chain(() -> AdminClaimStore.removeAll(transaction))
                .chain(() -> audit.add(transaction, entry))
                .chain(() -> AccessEnd.ofAccessTokens(transaction, player));
    }

    private static <T> Uni<T> refuse() {
        return Uni.createFrom().failure(ClaimRefused::new);
    }
}
