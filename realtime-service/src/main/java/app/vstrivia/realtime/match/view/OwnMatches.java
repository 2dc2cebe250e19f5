package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerSnapshot;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Tells a player who connects which matches wait, so that a pairing cannot be missed by connecting too late. */
@ApplicationScoped
public class OwnMatches {
    private final Pool pool;
    private final StreamLog log;

    OwnMatches(Pool pool, StreamLog log) {
        this.pool = pool;
        this.log = log;
    }

    /** The player's unfinished matches and the head of the player's stream, in one consistent read. */
    public Uni<Start> start(PlayerId player) {
        return pool.withTransaction(connection -> log.heads(connection, Set.of(StreamId.of(player)))
                .chain(heads -> OwnMatchStore.open(connection, player)
                        .map(matches -> new Start(heads.get(0), new PlayerSnapshot(matches)))));
    }

    /** A snapshot and the position that it belongs to. */
    public record Start(StreamHead head, PlayerSnapshot snapshot) {}
}
