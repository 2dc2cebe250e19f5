package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.identity.RevocationNotice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes access away. Open sockets hear of it at once over Valkey, or within a second from the database. */
@ApplicationScoped
public class RevocationService {
    private static final Logger LOG = Logger.getLogger(RevocationService.class);

    private final Transactions transactions;
    private final RedisAPI valkey;

    RevocationService(Transactions transactions, RedisAPI valkey) {
        this.transactions = transactions;
        this.valkey = valkey;
    }

    /**
     * Signs a player out everywhere, for good: no device gets a token any more, tokens that are out open no socket, and open
     * sockets are closed. Fails with {@link PlayerNotFound}.
     */
    public Uni<Void> revoke(PlayerId player) {
        return transactions
                .run(transaction -> RevocationStore.revokeDevices(transaction, player)
                        .invoke(devices -> {
                            if (devices == 0) {
                                throw new PlayerNotFound();
                            }
                        })
                        .chain(() -> RevocationStore.revokeTokens(transaction, player)))
                .invoke(this::tell);
    }

    private void tell() {
        valkey.publish(RevocationNotice.CHANNEL, "")
                .subscribe()
                .with(receivers -> {}, failure -> LOG.debugf("not told over Valkey: %s", failure.getMessage()));
    }
}
