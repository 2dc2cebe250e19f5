package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a match for one reader. All reads are in one transaction, whose first consistent read fixes what the others see
 * (REPEATABLE READ), so that the state and the seq belong together.
 */
final class SnapshotStore {
    private static final String MATCH =
            "SELECT m.*, h.epoch, h.seq, r.type, r.category, r.difficulty, r.text, r.choices,"
                    + " r.correct, r.explanation, p.status, p.score AS own_score, a.choices AS own_choices,"
                    + " a.elapsed_ms AS own_elapsed FROM live_match m"
                    + " JOIN stream_head h ON h.stream_id = ?"
                    + " LEFT JOIN match_round r ON r.match_id = m.id AND r.round_no = m.round_no"
                    + " LEFT JOIN match_player p ON p.match_id = m.id AND p.player_id = ?"
                    + " LEFT JOIN answer a ON a.match_id = m.id AND a.round_no = m.round_no AND a.player_id = ?"
                    + " WHERE m.id = ?";
    private static final String PLAYERS = "SELECT player_id, name, bot, score, place, COUNT(*) OVER () AS players"
            + " FROM (SELECT player_id, name, bot, score, status, joined_at,"
            + " RANK() OVER (ORDER BY score DESC, answer_ms) AS place"
            + " FROM match_player WHERE match_id = ? AND status <> 'kicked') ranked"
            + " WHERE status = 'active' ORDER BY place, joined_at LIMIT ?";

    private SnapshotStore() {}

    /** Null if there is no such match, or the reader is neither its host nor a player who is still in it. */
    static Uni<LoadedMatch> load(Pool pool, MatchId match, PlayerId reader) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(MATCH)
                .execute(Values.of(
                        StreamId.of(match).toString(), reader.toBuffer(), reader.toBuffer(), match.toBuffer()))
                .chain(rows -> {
                    Row row = rows.size() == 0 ? null : rows.iterator().next();
                    Role role = row == null ? null : role(row, reader);
                    return role == null
                            ? Uni.createFrom().nullItem()
                            : players(connection, match).chain(players -> counts(connection, match, row)
                                    .map(counts -> SnapshotRows.loaded(reader, role, row, players, counts)));
                }));
    }

    private static Role role(Row row, PlayerId reader) {
        if ("active".equals(row.getString("status"))) {
            return Role.PLAYER;
        }
        boolean host = row.getBuffer("host_id") != null
                && PlayerId.of(row.getBuffer("host_id")).equals(reader);
        return host ? Role.HOST : null;
    }

    private static Uni<SnapshotRows.Players> players(SqlConnection connection, MatchId match) {
        return connection
                .preparedQuery(PLAYERS)
                .execute(Values.of(match.toBuffer(), MatchSnapshot.MAX_PLAYERS))
                .map(rows -> {
                    List<MatchSnapshot.Member> members = new ArrayList<>(rows.size());
                    long count = 0;
                    for (Row row : rows) {
                        count = row.getLong("players");
                        members.add(new MatchSnapshot.Member(
                                PlayerId.of(row.getBuffer("player_id")),
                                row.getString("name"),
                                row.getInteger("bot") > 0,
                                row.getInteger("score"),
                                row.getInteger("place")));
                    }
                    return new SnapshotRows.Players(members, (int) count);
                });
    }

    /** How often each choice of a revealed round was taken; null for a round that is not. */
    private static Uni<List<Integer>> counts(SqlConnection connection, MatchId match, Row row) {
        if (!SnapshotRows.isRevealed(row)) {
            return Uni.createFrom().nullItem();
        }
        int choices = SnapshotRows.choices(row).size();
        return connection
                .preparedQuery("SELECT choices, COUNT(*) AS players FROM answer WHERE match_id = ? AND round_no = ?"
                        + " GROUP BY choices")
                .execute(Values.of(match, row.getInteger("round_no")))
                .map(rows -> {
                    int[] counts = new int[choices];
                    rows.forEach(taken -> Choices.toList(taken.getInteger("choices"))
                            .forEach(choice -> counts[choice] += taken.getLong("players")));
                    return Arrays.stream(counts).boxed().toList();
                });
    }
}
