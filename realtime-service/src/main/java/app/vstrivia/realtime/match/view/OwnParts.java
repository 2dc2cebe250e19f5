package app.vstrivia.realtime.match.view;

import app.vstrivia.model.gather.Gathering;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has which part in a match: asked for all who come at the same time with one query a match. */
@ApplicationScoped
class OwnParts {
    private static final Gathering.Bounds BOUNDS = new Gathering.Bounds(4, 500, 2, 50_000);

    private final Pool pool;
    private final Gathering<Asked, OwnPart> gathering;

    OwnParts(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.gathering = new Gathering<>("readers", BOUNDS, vertx, this::readAll);
    }

    /** {@link OwnPart#NONE} for who has none. What is read is not older than this call. */
    Uni<OwnPart> read(MatchId match, PlayerId reader) {
        return gathering.add(new Asked(match, reader));
    }

    private Uni<List<OwnPart>> readAll(List<Asked> group) {
        Map<MatchId, Set<PlayerId>> readers = group.stream()
                .collect(Collectors.groupingBy(Asked::match, Collectors.mapping(Asked::reader, Collectors.toSet())));
        Map<Asked, OwnPart> parts = new HashMap<>();
        return Multi.createFrom()
                .iterable(readers.entrySet())
                .onItem()
                .transformToUniAndConcatenate(one -> OwnPartStore.read(pool, one.getKey(), one.getValue())
                        .invoke(read ->
                                read.forEach((reader, part) -> parts.put(new Asked(one.getKey(), reader), part))))
                .collect()
                .last()
                .replaceWith(() -> group.stream()
                        .map(asked -> parts.getOrDefault(asked, OwnPart.NONE))
                        .toList());
    }

    private record Asked(MatchId match, PlayerId reader) {}
}
