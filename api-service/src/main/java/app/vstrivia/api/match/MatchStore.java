package app.vstrivia.api.match;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Hold;
import app.vstrivia.model.match.MatchKind;
import app.vstrivia.model.match.MatchPhase;
import app.vstrivia.model.match.Pace;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queries on {@code live_match}. */
@ApplicationScoped
class MatchStore {
    private static final String SELECT =
            "SELECT id, kind, phase, round_no, hold, host_id, phase_ends_at, settings, nonce, quiz_id, quiz_version,"
                    + " IF(round_no = 0, 0, (SELECT COALESCE(SUM(COALESCE(r.limit_ms, " + paceMs()
                    + ")), 0) FROM match_round r"
                    + " WHERE r.match_id = live_match.id AND r.round_no < live_match.round_no"
                    + " + IF(live_match.phase IN ('revealed', 'paused', 'finished'), 1, 0))) AS missed_ms,"
                    + " NOW(6) AS moment FROM live_match WHERE ";
    private static final int LOBBY_HOURS = 2;

    private final Pool pool;

    MatchStore(Pool pool) {
        this.pool = pool;
    }

    /** How long answers count by the match's pace; SQL. */
    private static String paceMs() {
        return Stream.of(Pace.values())
                .map(pace -> " WHEN '" + pace.wire() + "' THEN " + pace.answerMs())
                .collect(Collectors.joining("", "CASE live_match.pace", " END"));
    }

    /** Adds a match in its lobby, which is given up when nobody starts it. */
    Uni<Void> insert(Transaction transaction, NewMatch match) {
        Settings settings = match.plan().settings();
        PlayedQuiz quiz = match.plan().quiz();
        return transaction
                .connection()
                .preparedQuery(
                        "INSERT INTO live_match (id, kind, phase, version, phase_ends_at, round_no, rounds, hold,"
                                + " host_id, pin, scoring, pace, settings, nonce, quiz_id, quiz_version, created_at)"
                                + " VALUES (?, ?, 'lobby', 1, NOW(6) + INTERVAL " + LOBBY_HOURS + " HOUR, 0, ?, 'none',"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, NOW(6))")
                .execute(Values.of(
                        match.id(),
                        match.kind().wire(),
                        match.plan().rounds(),
                        match.host(),
                        match.pin(),
                        settings.scoring().wire(),
                        settings.pace().wire(),
                        settings.toJson(),
                        match.nonce(),
                        quiz == null ? null : quiz.quizId(),
                        quiz == null ? null : quiz.version()))
                .replaceWithVoid();
    }

    /** The match, locked until the transaction ends; null if there is none. */
    Uni<MatchState> lock(Transaction transaction, MatchId id) {
        return one(transaction.connection(), "id = ? FOR UPDATE", Values.of(id));
    }

    /** The matches that PINs open; {@code pins} is not empty, and one that opens nothing is left out. */
    Uni<Map<String, MatchId>> byPins(Collection<String> pins) {
        Tuple values = Tuple.tuple();
        pins.forEach(values::addString);
        return pool.preparedQuery("SELECT pin, id FROM live_match WHERE pin IN (" + Values.marks(pins.size()) + ")")
                .execute(values)
                .map(rows -> {
                    Map<String, MatchId> matches = new HashMap<>();
                    rows.forEach(row -> matches.put(row.getString(0), MatchId.of(row.getBuffer(1))));
                    return matches;
                });
    }

    private static Uni<MatchState> one(SqlClient client, String where, Tuple values) {
        return client.preparedQuery(SELECT + where).execute(values).map(MatchStore::state);
    }

    /** From the lobby to the start; the first round is announced at {@code startsAt}. */
    Uni<Void> start(Transaction transaction, MatchId id, String lineupHash, Buffer asked, LocalDateTime startsAt) {
        return transaction
                .connection()
                .preparedQuery("UPDATE live_match SET phase = 'starting', phase_ends_at = ?, lineup_hash = ?,"
                        + " asked = ?, version = version + 1 WHERE id = ?")
                .execute(Values.of(startsAt, lineupHash, asked, id))
                .replaceWithVoid();
    }

    /** Sets what happens at the next boundary and when the present phase ends. */
    Uni<Void> reschedule(Transaction transaction, MatchId id, Hold hold, LocalDateTime phaseEndsAt) {
        return transaction
                .connection()
                .preparedQuery("UPDATE live_match SET hold = ?, phase_ends_at = ?, version = version + 1 WHERE id = ?")
                .execute(Values.of(hold.wire(), phaseEndsAt, id))
                .replaceWithVoid();
    }

    private static MatchState state(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return null;
        }
        Row row = rows.iterator().next();
        return new MatchState(
                MatchId.of(row.getBuffer("id")),
                MatchKind.of(row.getString("kind")),
                MatchPhase.of(row.getString("phase")),
                row.getInteger("round_no"),
                Hold.of(row.getString("hold")),
                row.getBuffer("host_id") == null ? null : PlayerId.of(row.getBuffer("host_id")),
                row.getLocalDateTime("phase_ends_at"),
                Settings.parse(row.getString("settings")),
                row.getString("nonce"),
                quiz(row),
                row.getLong("missed_ms"),
                row.getLocalDateTime("moment"));
    }

    /** Of a row with {@code quiz_id} and {@code quiz_version}; null if the match plays none. */
    static PlayedQuiz quiz(Row row) {
        return row.getBuffer("quiz_id") == null
                ? null
                : new PlayedQuiz(UuidV7.fromBuffer(row.getBuffer("quiz_id")), row.getInteger("quiz_version"));
    }
}
