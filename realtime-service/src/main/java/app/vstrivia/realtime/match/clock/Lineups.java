package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.realtime.match.machine.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers drawn lineups, which never change; the least recently used go first. */
@ApplicationScoped
class Lineups {
    private static final int REMEMBERED = 2_000;

    private final Map<MatchId, List<Question>> lineups =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<MatchId, List<Question>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    /** The lineups of matches, empty where none is drawn yet. */
    Uni<Map<MatchId, List<Question>>> of(SqlConnection transaction, Collection<MatchId> matches) {
        Map<MatchId, List<Question>> known = new HashMap<>();
        List<MatchId> unknown = matches.stream()
                .filter(match -> {
                    List<Question> lineup = lineups.get(match);
                    return lineup == null || known.put(match, lineup) != null;
                })
                .toList();
        if (unknown.isEmpty()) {
            return Uni.createFrom().item(known);
        }
        return MoveStore.lineups(transaction, unknown).map(read -> {
            lineups.putAll(read);
            known.putAll(read);
            return known;
        });
    }

    void forget(MatchId match) {
        lineups.remove(match);
    }
}
