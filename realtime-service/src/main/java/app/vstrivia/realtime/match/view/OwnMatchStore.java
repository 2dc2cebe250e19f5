package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.protocol.PlayerSnapshot;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which matches players are in. */
final class OwnMatchStore {
    private OwnMatchStore() {}

    /** The newest unfinished matches of each, {@value PlayerSnapshot#MAX_MATCHES} at most; {@code players} is not empty. */
    static Uni<Map<PlayerId, List<PlayerSnapshot.Open>>> open(SqlConnection connection, Collection<PlayerId> players) {
        Tuple ids = Tuple.tuple();
        players.forEach(player -> ids.addBuffer(player.toBuffer()));
        return connection
                .preparedQuery("SELECT p.player_id, m.id, m.kind FROM match_player p"
                        + " JOIN live_match m ON m.id = p.match_id"
                        + " WHERE p.player_id IN (" + Values.marks(players.size())
                        + ") AND p.joined_at > NOW(6) - INTERVAL 2 DAY AND p.status = 'active'"
                        + " AND m.phase <> 'finished' ORDER BY p.joined_at DESC")
                .execute(ids)
                .map(rows -> {
                    Map<PlayerId, List<PlayerSnapshot.Open>> open = new HashMap<>();
                    rows.forEach(row -> {
                        List<PlayerSnapshot.Open> own =
                                open.computeIfAbsent(PlayerId.of(row.getBuffer(0)), player -> new ArrayList<>());
                        if (own.size() < PlayerSnapshot.MAX_MATCHES) {
                            own.add(new PlayerSnapshot.Open(
                                    MatchId.of(row.getBuffer(1)), MatchKind.of(row.getString(2))));
                        }
                    });
                    return open;
                });
    }
}
