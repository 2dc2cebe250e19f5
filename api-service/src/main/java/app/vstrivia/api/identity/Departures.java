package app.vstrivia.api.identity;

import app.vstrivia.api.identity.role.RoleService;
import app.vstrivia.api.platform.transaction.Transaction;
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

    private final DepartureStore store;

    Departures(DepartureStore store) {
        this.store = store;
    }

    /**
     * Ends all access and notes when the player is to be erased; asking twice does not move that. To be followed by
     * {@link AccessEnd#tell} after the commit. Fails with {@link UnknownPlayer}, or {@code LastAdmin} where nobody would be left to
     * run the system.
     */
    public Uni<Instant> begin(Transaction transaction, PlayerId player) {
        return store.begin(transaction, player, DELAY)
                .call(() -> RoleService.takeAll(transaction, player))
                .call(() -> AccessEnd.of(transaction, player))
                .chain(() -> lock(transaction, player))
                .map(departure -> {
                    if (!departure.known()) {
                        throw new UnknownPlayer();
                    }
                    return departure.eraseAt().toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
                });
    }

    /**
     * To be called at each sign-in of a player who is about to leave. Fails with {@link BadCredentials} if it is too
     * late.
     */
    public Uni<Void> cancel(PlayerId player) {
        return store.cancel(player)
                .invoke(known -> {
                    if (!known) {
                        throw new BadCredentials();
                    }
                })
                .replaceWithVoid();
    }

    /** Those that were merged into the player, who leave with the player. */
    public Uni<List<PlayerId>> merged(Transaction transaction, PlayerId player) {
        return store.merged(transaction, player);
    }

    /** How far it is; the player's row is locked, so that it stays so. */
    public Uni<Departure> lock(Transaction transaction, PlayerId player) {
        return store.lock(transaction, player);
    }

    /** Deletes the player with all that this feature knows of them. */
    public Uni<Void> erase(Transaction transaction, PlayerId player) {
        return store.erase(transaction, player);
    }
}
