package app.vstrivia.api.identity;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.identity.RevocationNotice;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Ends what tokens are good for before they expire. Open sockets hear of it at once over Valkey, or within a second from
 * the database.
 */
@ApplicationScoped
public class AccessEnd {
    private static final Logger LOG = Logger.getLogger(AccessEnd.class);

    private final RedisAPI valkey;

    AccessEnd(RedisAPI valkey) {
        this.valkey = valkey;
    }

    /** Of one device: its refresh tokens are gone, its access tokens void. */
    public static Uni<Void> of(Transaction transaction, PlayerId player, UUID device) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM refresh_token WHERE device_id = ?")
                .execute(Values.of(device))
                .chain(() -> voidTokens(transaction, player, device.toString()));
    }

    /** Of all devices of a player. */
    static Uni<Void> of(Transaction transaction, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery(
                        "DELETE r FROM refresh_token r JOIN device d ON d.id = r.device_id WHERE d.player_id = ?")
                .execute(Values.of(player))
                .chain(() -> voidTokens(transaction, player, null));
    }

    /** {@code device} is null for all of them. */
    private static Uni<Void> voidTokens(Transaction transaction, PlayerId player, String device) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO revocation (player_id, device, revoked_at) VALUES (?, ?, NOW(6))")
                .execute(Values.of(player, device))
                .replaceWithVoid();
    }

    /** To be called after the commit. */
    public void tell() {
        valkey.publish(RevocationNotice.CHANNEL, "")
                .subscribe()
                .with(receivers -> {}, failure -> LOG.debugf("not told over Valkey: %s", failure.getMessage()));
    }
}
