package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.protocol.PlayerSnapshot;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Reads which matches a player is in. */
final class OwnMatchStore {
    private OwnMatchStore() {}

    static Uni<List<PlayerSnapshot.Open>> open(SqlConnection connection, PlayerId player) {
        return connection
                .preparedQuery("SELECT m.id, m.kind FROM match_player p JOIN live_match m ON m.id = p.match_id"
                        + " WHERE p.player_id = ? AND p.joined_at > NOW(6) - INTERVAL 2 DAY AND p.status = 'active'"
                        + " AND m.phase <> 'finished' ORDER BY p.joined_at DESC LIMIT ?")
                .execute(Values.of(player, PlayerSnapshot.MAX_MATCHES))
                .map(rows -> rows.stream()
                        .map(row ->
                                new PlayerSnapshot.Open(MatchId.of(row.getBuffer(0)), MatchKind.of(row.getString(1))))
                        .toList());
    }
}
