package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.AccessEnd;
import app.vstrivia.api.identity.AuthenticatedDevice;
import app.vstrivia.api.identity.Secret;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.PlayerEvent;
import app.vstrivia.model.protocol.PlayerEvent.DeviceSignedOut.Reason;
import app.vstrivia.model.stream.StreamId;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Refresh tokens: opaque, kept as their hashes, each good once. Whoever uses one a second time is a thief, or was robbed
 * by one: then the family is void, with all that the device has, and the player's devices are told.
 */
@ApplicationScoped
class RefreshTokens {
    private static final Logger LOG = Logger.getLogger(RefreshTokens.class);
    private static final long TIDY_MS = 60_000;
    private static final int TIDIED_AT_ONCE = 1_000;

    private final RefreshTokenStore store;
    private final Vertx vertx;
    private final Transactions transactions;
    private final AccessEnd accessEnd;
    private final Duration lifetime;

    RefreshTokens(
            RefreshTokenStore store, Transactions transactions, AccessEnd accessEnd, TokenConfig config, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
        this.transactions = transactions;
        this.accessEnd = accessEnd;
        this.lifetime = config.refreshLifetime();
    }

    /** Takes out what has expired, a little at a time. */
    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(TIDY_MS, timer -> store.removeExpired(TIDIED_AT_ONCE)
                .subscribe()
                .with(
                        removed -> {},
                        failure -> LOG.warnf("expired refresh tokens were not removed: %s", failure.getMessage())));
    }

    Duration lifetime() {
        return lifetime;
    }

    /** The first of a new family. */
    Uni<Secret> begin(AuthenticatedDevice device) {
        Secret token = Secret.random();
        return store.begin(new RefreshTokenStore.Row(token.hash(), UuidV7.next(), device), lifetime)
                .replaceWith(token);
    }

    /** Spends a token for the next one. Fails with {@link RefreshTokenRefused}. */
    Uni<Renewed> renew(Secret given) {
        Secret next = Secret.random();
        return transactions
                .run(transaction -> RefreshTokenStore.lock(transaction, given.hash())
                        .chain(found -> found.map(row -> take(transaction, row, next))
                                .orElseGet(() -> Uni.createFrom().item(new Renewal(null, false)))))
                .map(renewal -> {
                    if (renewal.reused()) {
                        accessEnd.tell();
                    }
                    if (renewal.renewed() == null) {
                        throw new RefreshTokenRefused();
                    }
                    return renewal.renewed();
                });
    }

    private Uni<Renewal> take(Transaction transaction, RefreshTokenStore.Found found, Secret next) {
        if (found.spent()) {
            AuthenticatedDevice device = found.row().device();
            transaction.tell(
                    StreamId.of(device.playerId()),
                    new PlayerEvent.DeviceSignedOut(device.deviceId(), Reason.TOKEN_REUSED));
            return AccessEnd.of(transaction, device.playerId(), device.deviceId())
                    .replaceWith(new Renewal(null, true));
        }
        RefreshTokenStore.Row successor = new RefreshTokenStore.Row(
                next.hash(), found.row().family(), found.row().device());
        return RefreshTokenStore.spend(transaction, found.row())
                .chain(() -> RefreshTokenStore.add(transaction.connection(), successor, lifetime))
                .replaceWith(new Renewal(new Renewed(found.row().device(), next), false));
    }

    /** {@code renewed} is null if the token was refused. */
    private record Renewal(Renewed renewed, boolean reused) {}

    /** Whose the spent token was, and the next one. */
    record Renewed(AuthenticatedDevice device, Secret token) {}
}
