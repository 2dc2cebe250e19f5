package app.vstrivia.realtime.match.view;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.PlayerSnapshot;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.stream.StreamLog;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells players who connect which matches wait, so that a pairing cannot be missed by connecting too late; all who connect
 * at the same time with one read.
 */
@ApplicationScoped
public class OwnMatches {
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(4, 500, 2, 50_000);

    private final Pool pool;
    private final StreamLog log;
    private final Gathering<PlayerId, Optional<Start>> gathering;

    OwnMatches(Pool pool, StreamLog log, Vertx vertx) {
        this.pool = pool;
        this.log = log;
        this.gathering = new Gathering<>("players", BOUNDS, vertx, this::readAll);
    }

    /**
     * The player's unfinished matches and the head of the player's stream, in one consistent read; nothing for who has no
     * stream.
     */
    public Uni<Optional<Start>> start(PlayerId player) {
        return gathering.add(player);
    }

    private Uni<List<Optional<Start>>> readAll(List<PlayerId> group) {
        Set<StreamId> streams = group.stream().map(StreamId::of).collect(Collectors.toSet());
        return pool.withTransaction(connection -> log.heads(connection, streams)
                .chain(heads -> OwnMatchStore.open(connection, Set.copyOf(group))
                        .map(open -> {
                            Map<StreamId, StreamHead> headOf =
                                    heads.stream().collect(Collectors.toMap(StreamHead::stream, Function.identity()));
                            return group.stream()
                                    .map(player -> Optional.ofNullable(headOf.get(StreamId.of(player)))
                                            .map(head -> new Start(
                                                    head, new PlayerSnapshot(open.getOrDefault(player, List.of())))))
                                    .toList();
                        })));
    }

    /** A snapshot and the position that it belongs to. */
    public record Start(StreamHead head, PlayerSnapshot snapshot) {}
}
