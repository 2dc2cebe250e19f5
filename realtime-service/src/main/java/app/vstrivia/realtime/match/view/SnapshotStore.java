package app.vstrivia.realtime.match.view;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.match.QuestionType;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.protocol.Choices;
import app.vstrivia.model.protocol.MatchSnapshot;
import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    private static final String PLAYERS = "SELECT player_id, name, bot, score,"
            + " RANK() OVER (ORDER BY score DESC, answer_ms) AS place, COUNT(*) OVER () AS players"
            + " FROM match_player WHERE match_id = ? AND status = 'active' ORDER BY place, joined_at LIMIT ?";

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
                            : players(connection, match).map(players -> loaded(match, reader, row, role, players));
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

    private static Uni<Players> players(SqlConnection connection, MatchId match) {
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
                    return new Players(members, (int) count);
                });
    }

    private static LoadedMatch loaded(MatchId match, PlayerId reader, Row row, Role role, Players players) {
        MatchPhase phase = MatchPhase.of(row.getString("phase"));
        Long endsAt = millis(row, "phase_ends_at");
        GivenAnswer own = row.getInteger("own_choices") == null
                ? null
                : new GivenAnswer(Choices.toList(row.getInteger("own_choices")), row.getInteger("own_elapsed"));
        MatchSnapshot snapshot = new MatchSnapshot(
                match,
                MatchKind.of(row.getString("kind")),
                phase,
                row.getInteger("round_no"),
                row.getInteger("rounds"),
                Scoring.of(row.getString("scoring")),
                row.getString("pin"),
                row.getBuffer("host_id") == null ? null : PlayerId.of(row.getBuffer("host_id")),
                players.count(),
                players.members(),
                phase == MatchPhase.STARTING ? endsAt : null,
                round(row, phase, endsAt),
                new MatchSnapshot.You(
                        role,
                        own,
                        row.getInteger("own_score") == null ? 0 : row.getInteger("own_score"),
                        players.rank(reader)));
        StreamHead head = new StreamHead(StreamId.of(match), row.getLong("epoch"), row.getLong("seq"));
        return new LoadedMatch(snapshot, head, phase == MatchPhase.PAUSED ? null : endsAt);
    }

    /** Only what the phase shows: choices from the opening on, the solution from the reveal on. */
    private static MatchSnapshot.Round round(Row row, MatchPhase phase, Long endsAt) {
        boolean shown = row.getString("text") != null && phase != MatchPhase.FINISHED;
        if (!shown) {
            return null;
        }
        boolean announced = phase == MatchPhase.ANNOUNCED;
        boolean revealed = phase == MatchPhase.REVEALED || phase == MatchPhase.PAUSED;
        return new MatchSnapshot.Round(
                row.getInteger("round_no"),
                row.getString("category"),
                row.getString("difficulty"),
                QuestionType.of(row.getString("type")),
                row.getString("text"),
                announced ? endsAt : null,
                Pace.of(row.getString("pace")).answerMs(),
                announced
                        ? null
                        : new JsonArray(row.getString("choices"))
                                .stream().map(String.class::cast).toList(),
                millis(row, "round_opened_at"),
                millis(row, "round_closes_at"),
                revealed ? Choices.toList(row.getInteger("correct")) : null,
                null,
                revealed ? row.getString("explanation") : null,
                phase == MatchPhase.REVEALED ? endsAt : null);
    }

    private static Long millis(Row row, String column) {
        LocalDateTime moment = row.getLocalDateTime(column);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private record Players(List<MatchSnapshot.Member> members, int count) {
        /** 0 for who is not among those that are listed. */
        int rank(PlayerId player) {
            return members.stream()
                    .filter(member -> member.id().equals(player))
                    .mapToInt(MatchSnapshot.Member::rank)
                    .findFirst()
                    .orElse(0);
        }
    }
}
