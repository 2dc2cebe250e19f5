package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;

/** Counts the players of matches and the answers to their open rounds. */
final class TallyStore {
    private TallyStore() {}

    /** Of people only: a bot's answer is not there before the reveal. {@code matches} is not empty. */
    static Uni<List<Tallied>> count(SqlClient client, Collection<MatchId> matches) {
        Tuple ids = Tuple.tuple();
        matches.forEach(match -> ids.addBuffer(match.toBuffer()));
        return client.preparedQuery("SELECT m.id, m.round_no,"
                        + " IF(m.phase = 'open', (SELECT COUNT(*) FROM answer a WHERE a.match_id = m.id"
                        + " AND a.round_no = m.round_no), 0),"
                        + " (SELECT COUNT(*) FROM match_player p WHERE p.match_id = m.id AND p.bot = 0"
                        + " AND p.status = 'active')"
                        + " FROM live_match m WHERE m.id IN (" + Values.marks(matches.size()) + ")")
                .execute(ids)
                .map(rows -> rows.stream()
                        .map(row -> new Tallied(
                                MatchId.of(row.getBuffer(0)),
                                row.getInteger(1),
                                row.getLong(2).intValue(),
                                row.getLong(3).intValue()))
                        .toList());
    }

    /** @param answered 0 if the round is not open */
    record Tallied(MatchId match, int round, int answered, int players) {}
}
