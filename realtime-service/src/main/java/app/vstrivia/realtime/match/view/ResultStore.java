package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.protocol.ServerMessage.Result;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what a round brought to each player. */
final class ResultStore {
    /** Of more rows than these a thread makes results that serves no connection. */
    private static final int AT_ONCE = 500;

    /** Nobody's once the next round was scored: points and scores are that round's then. */
    private static final String RESULTS =
            "SELECT p.player_id, p.score, p.last_points, p.answer_ms, a.choices, a.elapsed_ms, a.correct, a.given"
                    + " FROM match_player p JOIN live_match m ON m.id = p.match_id LEFT JOIN answer a"
                    + " ON a.match_id = p.match_id AND a.round_no = ? AND a.player_id = p.player_id"
                    + " WHERE p.match_id = ? AND p.status <> 'kicked' AND (m.round_no <= ?"
                    + " OR m.round_no = ? + 1 AND m.phase NOT IN ('revealed', 'paused', 'finished'))";

    private ResultStore() {}

    /** Everybody's. */
    static Uni<Map<PlayerId, Result>> all(SqlClient client, MatchId match, int round) {
        return client.preparedQuery(RESULTS)
                .execute(Values.of(round, match, round, round))
                .chain(rows -> elsewhere(rows, () -> results(match, round, rows, Ranks.of(places(rows)))));
    }

    /** Those of some players of many; {@code players} is not empty. */
    static Uni<Map<PlayerId, Result>> of(SqlClient client, MatchId match, int round, Collection<PlayerId> players) {
        Tuple values = Values.of(round, match, round, round);
        players.forEach(player -> values.addBuffer(player.toBuffer()));
        return SharedViewStore.places(client, match).chain(places -> client.preparedQuery(
                        RESULTS + " AND p.player_id IN (" + Values.marks(players.size()) + ")")
                .execute(values)
                .chain(rows -> elsewhere(rows, () -> results(match, round, rows, places.ranks()))));
    }

    private static <T> Uni<T> elsewhere(RowSet<Row> rows, Supplier<T> work) {
        Uni<T> worked = Uni.createFrom().item(work);
        return rows.size() <= AT_ONCE ? worked : worked.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static List<Ranks.Place> places(RowSet<Row> rows) {
        List<Ranks.Place> places = new ArrayList<>(rows.size());
        rows.forEach(row -> places.add(new Ranks.Place(row.getInteger("score"), row.getLong("answer_ms"), 1)));
        return places;
    }

    private static Map<PlayerId, Result> results(MatchId match, int round, RowSet<Row> rows, Ranks ranks) {
        Map<PlayerId, Result> results = new HashMap<>(rows.size() * 2);
        rows.forEach(row -> results.put(PlayerId.of(row.getBuffer("player_id")), result(match, round, row, ranks)));
        return results;
    }

    private static Result result(MatchId match, int round, Row row, Ranks ranks) {
        Integer choices = row.getInteger("choices");
        Integer correct = row.getInteger("correct");
        return new Result(
                match,
                round,
                choices == null
                        ? null
                        : GivenAnswer.of(Given.stored(choices, row.getString("given")), row.getInteger("elapsed_ms")),
                correct != null && correct == 1,
                row.getInteger("last_points"),
                row.getInteger("score"),
                ranks.rank(row.getInteger("score"), row.getLong("answer_ms")));
    }
}
