package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.identity.RevocationNotice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends what tokens are good for before they expire. Open sockets hear of it at once over Valkey, or within a second from
 * the database. Rows are locked in one order: the player, then devices, then what devices have.
 */
@ApplicationScoped
public class AccessEnd {
    private static final Logger LOG = Logger.getLogger(AccessEnd.class);

    private final RedisAPI valkey;

    AccessEnd(RedisAPI valkey) {
        this.valkey = valkey;
    }

    /** Of one device: its refresh tokens are gone, its access tokens void, and so is a code that it asked for. */
    public static Uni<Void> of(Transaction transaction, PlayerId player, UUID device) {
        return AccessStore.end(transaction, player, device);
    }

    /** Of all devices of a player, who is locked. */
    public static Uni<Void> of(Transaction transaction, PlayerId player) {
        return AccessStore.endAll(transaction, player, false);
    }

    /**
     * The same, of a player who becomes another one: the devices are that one's, and their clients, which are told to come
     * back, get the next tokens for their secrets.
     */
    public static Uni<Void> ofMerged(Transaction transaction, PlayerId player) {
        return AccessStore.endAll(transaction, player, true);
    }

    /**
     * Of a player's access tokens alone: refresh tokens stay and bring the next ones, and clients whose sockets are closed
     * come back with them.
     */
    public static Uni<Void> ofAccessTokens(Transaction transaction, PlayerId player) {
        return AccessStore.voidAccessTokens(transaction, player);
    }

    /** To be called after the commit. */
    public void tell() {
        valkey.publish(RevocationNotice.CHANNEL, "")
                .subscribe()
                .with(receivers -> {}, failure -> LOG.debugf("not told over Valkey: %s", failure.getMessage()));
    }
}
