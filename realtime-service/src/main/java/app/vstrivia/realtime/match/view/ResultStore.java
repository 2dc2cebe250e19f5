package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.protocol.ServerMessage.Result;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;

/** Reads what a round brought to each player. */
final class ResultStore {
    private ResultStore() {}

    static Uni<Map<PlayerId, Result>> results(Pool pool, MatchId match, int round) {
        return pool.preparedQuery(
                        "SELECT p.player_id, p.score, p.last_points, p.place, a.choices, a.elapsed_ms, a.correct"
                                + " FROM (SELECT player_id, score, last_points,"
                                + " RANK() OVER (ORDER BY score DESC, answer_ms) AS place"
                                + " FROM match_player WHERE match_id = ? AND status <> 'kicked') p"
                                + " LEFT JOIN answer a ON a.match_id = ? AND a.round_no = ? AND a.player_id = p.player_id")
                .execute(Values.of(match.toBuffer(), match.toBuffer(), round))
                .map(rows -> {
                    Map<PlayerId, Result> results = new HashMap<>();
                    rows.forEach(
                            row -> results.put(PlayerId.of(row.getBuffer("player_id")), result(match, round, row)));
                    return results;
                });
    }

    private static Result result(MatchId match, int round, Row row) {
        Integer choices = row.getInteger("choices");
        return new Result(
                match,
                round,
                choices == null ? null : new GivenAnswer(Choices.toList(choices), row.getInteger("elapsed_ms")),
                choices != null && row.getInteger("correct") != null && row.getInteger("correct") == 1,
                row.getInteger("last_points"),
                row.getInteger("score"),
                row.getInteger("place"));
    }
}
