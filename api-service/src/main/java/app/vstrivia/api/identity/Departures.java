package app.vstrivia.api.identity;

import app.vstrivia.api.audit.AuditEntry;
import app.vstrivia.api.identity.role.RoleService;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Players who leave for good. Their access ends at once; who signs in again before the time is over stays. */
@ApplicationScoped
public class Departures {
    private static final Duration DELAY = Duration.ofDays(7);

    private final Transactions transactions;
    private final RoleService roles;

    Departures(Transactions transactions, RoleService roles) {
        this.transactions = transactions;
        this.roles = roles;
    }

    /**
     * Ends all access and notes when the player is to be erased; asking twice does not move that. To be followed by
     * {@link AccessEnd#tell} after the commit. Fails with {@link UnknownPlayer}, or {@code LastAdmin} where nobody would be left to
     * run the system.
     *
     * @param entry about the wish, for the audit of the roles that go
     */
    public Uni<Instant> begin(Transaction transaction, PlayerId player, AuditEntry entry) {
        return AccountStore.lock(transaction, player)
                .invoke(found -> found.filter(account -> !account.isMerged()).orElseThrow(UnknownPlayer::new))
                .chain(() -> DepartureStore.begin(transaction, player, DELAY))
                .chain(() -> roles.takeAll(transaction, player, entry))
                .chain(() -> AccessEnd.of(transaction, player))
                .chain(() -> lock(transaction, player))
                .map(departure -> departure.eraseAt().toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * To be called at each sign-in of a player who is about to leave. Fails with {@link BadCredentials} if it is too
     * late.
     */
    public Uni<Void> cancel(PlayerId player) {
        return transactions.run(transaction -> AccountStore.lock(transaction, player)
                .invoke(found -> found.orElseThrow(BadCredentials::new))
                .chain(() -> DepartureStore.cancel(transaction, player)));
    }

    /** The same as part of what else keeps the player, who is locked. */
    public static Uni<Void> callOff(Transaction transaction, PlayerId player) {
        return DepartureStore.cancel(transaction, player);
    }

    /** Those that were merged into the player, who leave with the player. */
    public Uni<List<PlayerId>> merged(Transaction transaction, PlayerId player) {
        return DepartureStore.merged(transaction, player);
    }

    /** How far it is; the player's row is locked, so that it stays so. */
    public Uni<Departure> lock(Transaction transaction, PlayerId player) {
        return AccountStore.lock(transaction, player)
                .map(found -> found.map(account -> new Departure(true, account.eraseAt(), account.now()))
                        .orElse(new Departure(false, null, null)));
    }

    /** Deletes the player with all that this feature knows of them. */
    public Uni<Void> erase(Transaction transaction, PlayerId player) {
        return DepartureStore.erase(transaction, player);
    }
}
