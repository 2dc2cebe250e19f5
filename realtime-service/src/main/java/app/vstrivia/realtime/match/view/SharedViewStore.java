package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.Given;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.realtime.match.machine.Distribution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a match for all of its readers. All reads are in one transaction, whose first consistent read fixes what the
 * others see (REPEATABLE READ), so that the state and the seq belong together.
 */
final class SharedViewStore {
    private static final String MATCH =
            "SELECT m.*, h.epoch, h.seq, r.type, r.category, r.difficulty, r.text, r.choices,"
                    + " r.correct, r.explanation, r.source, r.licence, r.attribution, r.media, r.media_licence,"
                    + " r.media_attribution, r.slider, r.solution, r.limit_ms FROM live_match m"
                    + " JOIN stream_head h ON h.stream_id = ?"
                    + " LEFT JOIN match_round r ON r.match_id = m.id AND r.round_no = m.round_no"
                    + " WHERE m.id = ?";
    private static final String PLACES =
            "SELECT score, answer_ms, COUNT(*) AS players, SUM(status = 'active') AS active"
                    + " FROM match_player WHERE match_id = ? AND status <> 'kicked'"
                    + " GROUP BY score, answer_ms ORDER BY score DESC, answer_ms";
    private static final String BEST = "SELECT player_id, name, bot, score, answer_ms FROM match_player"
            + " WHERE match_id = ? AND status = 'active' ORDER BY score DESC, answer_ms, joined_at, player_id LIMIT ?";

    private SharedViewStore() {}

    /** Null if there is no such match. */
    static Uni<SharedView> load(Pool pool, MatchId match) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(MATCH)
                .execute(Values.of(StreamId.of(match).toString(), match.toBuffer()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().nullItem()
                        : view(connection, match, rows.iterator().next())));
    }

    private static Uni<SharedView> view(SqlConnection connection, MatchId match, Row row) {
        return places(connection, match)
                .chain(places -> best(connection, match, places.ranks()).chain(best -> counts(connection, match, row)
                        .map(counts -> SnapshotRows.view(row, best, places.active(), places.ranks(), counts))));
    }

    /** Where everybody stands. */
    static Uni<Places> places(SqlClient client, MatchId match) {
        return client.preparedQuery(PLACES).execute(Values.of(match)).map(rows -> {
            List<Ranks.Place> places = new ArrayList<>(rows.size());
            int active = 0;
            for (Row row : rows) {
                active += row.getLong("active").intValue();
                places.add(new Ranks.Place(
                        row.getInteger("score"),
                        row.getLong("answer_ms"),
                        row.getLong("players").intValue()));
            }
            return new Places(new Ranks(places), active);
        });
    }

    private static Uni<List<MatchSnapshot.Member>> best(SqlConnection connection, MatchId match, Ranks ranks) {
        return connection
                .preparedQuery(BEST)
                .execute(Values.of(match.toBuffer(), MatchSnapshot.MAX_PLAYERS))
                .map(rows -> rows.stream()
                        .map(row -> new MatchSnapshot.Member(
                                PlayerId.of(row.getBuffer("player_id")),
                                row.getString("name"),
                                row.getInteger("bot") > 0,
                                row.getInteger("score"),
                                ranks.rank(row.getInteger("score"), row.getLong("answer_ms"))))
                        .toList());
    }

    /** How a revealed round was answered; null for a round that is not. */
    private static Uni<List<Integer>> counts(SqlConnection connection, MatchId match, Row row) {
        if (!SnapshotRows.isRevealed(row)) {
            return Uni.createFrom().nullItem();
        }
        Distribution distribution = new Distribution(
                SnapshotRows.solution(row), SnapshotRows.choices(row).size());
        return connection
                .preparedQuery(
                        "SELECT choices, given, COUNT(*) AS players FROM answer WHERE match_id = ? AND round_no = ?"
                                + " GROUP BY choices, given")
                .execute(Values.of(match, row.getInteger("round_no")))
                .map(rows -> {
                    rows.forEach(one -> distribution.add(
                            Given.stored(one.getInteger("choices"), one.getString("given")),
                            one.getLong("players").intValue()));
                    return distribution.counts();
                });
    }

    /** @param active how many play, bots included */
    record Places(Ranks ranks, int active) {}
}
