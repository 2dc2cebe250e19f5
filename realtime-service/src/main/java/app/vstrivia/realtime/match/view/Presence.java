package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who is there: nobody waits for the answer of a player without a socket. The newest socket speaks for a player. */
@ApplicationScoped
public class Presence {
    private final Pool pool;

    Presence(Pool pool) {
        this.pool = pool;
    }

    /** The player is here, on that session. */
    public Uni<Void> arrived(MatchId match, PlayerId player, UUID session) {
        return PresenceStore.arrive(pool, match, player, session);
    }

    /** That session has ended; if a newer one speaks for the player, nothing changes. */
    public Uni<Void> gone(MatchId match, PlayerId player, UUID session) {
        return PresenceStore.leave(pool, match, player, session);
    }
}
