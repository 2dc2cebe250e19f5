package app.vstrivia.realtime.match.clock;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.match.RoundKey;
import app.vstrivia.model.sql.Values;
import app.vstrivia.realtime.match.machine.Contender;
import app.vstrivia.realtime.match.machine.MatchState;
import app.vstrivia.realtime.match.machine.PlayedAnswer;
import app.vstrivia.realtime.match.machine.Question;
import app.vstrivia.realtime.match.machine.Standings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every query by which matches are moved on. */
final class MoveStore {
    private MoveStore() {}

    /**
     * Locks those of {@code ids} that are due, in the order of their ids. A locking read comes first in its transaction,
     * so that what is read after it is not older than the lock. A match that somebody else holds is left out: one that
     * hangs must not hold up the others.
     */
    static Uni<List<DueMatch>> lockDue(SqlConnection transaction, Collection<MatchId> ids) {
        // The primary key is forced: by the index on phase_ends_at the rows of strangers would be locked as well.
        return transaction
                .preparedQuery("SELECT " + MatchRows.STATE_COLUMNS + " FROM live_match FORCE INDEX (PRIMARY)"
                        + " WHERE id IN (" + Values.marks(ids.size())
                        + ") AND phase_ends_at <= NOW(6) ORDER BY id FOR UPDATE SKIP LOCKED")
                .execute(tuple(ids))
                .map(rows -> rows.stream().map(MatchRows::dueMatch).toList());
    }

    /** The same for one match, whose row is waited for. */
    static Uni<List<DueMatch>> lockDueAfterOthers(SqlConnection transaction, MatchId id) {
        return transaction
                .preparedQuery("SELECT " + MatchRows.STATE_COLUMNS
                        + " FROM live_match WHERE id = ? AND phase_ends_at <= NOW(6) FOR UPDATE")
                .execute(Values.of(id))
                .map(rows -> rows.stream().map(MatchRows::dueMatch).toList());
    }

    /**
     * Matches that should have moved on over 300 ms ago: those that serve them would have done it by then.
     *
     * @param aheadMs how far to look ahead, in ms: whether there are any that might be overdue by then
     */
    static Uni<Overdue> overdue(SqlClient client, int limit, int aheadMs) {
        return client.preparedQuery("SELECT id, phase_ends_at < NOW(6) - INTERVAL 300000 MICROSECOND FROM live_match"
                        + " WHERE phase_ends_at < NOW(6) + INTERVAL ? MICROSECOND ORDER BY phase_ends_at LIMIT ?")
                .execute(Values.of((aheadMs - 300) * 1_000, limit))
                .map(rows -> new Overdue(
                        rows.stream()
                                .filter(row -> row.getInteger(1) == 1)
                                .map(row -> MatchId.of(row.getBuffer(0)))
                                .toList(),
                        rows.size() == 0));
    }

    /**
     * What is late.
     *
     * @param calm whether nothing is late, nor will be soon
     */
    record Overdue(List<MatchId> overdue, boolean calm) {}

    static Uni<Map<MatchId, List<Question>>> lineups(SqlClient client, Collection<MatchId> ids) {
        return byMatch(
                client,
                "SELECT match_id, round_no, question_id, type, category, difficulty, text, choices, correct, explanation,"
                        + " source, licence, attribution, media, media_licence, media_attribution, slider, solution,"
                        + " limit_ms FROM match_round WHERE match_id IN (" + Values.marks(ids.size())
                        + ") ORDER BY match_id, round_no",
                tuple(ids),
                MatchRows::question);
    }

    static Uni<Map<MatchId, List<Contender>>> contenders(SqlClient client, Collection<MatchId> ids) {
        return byMatch(
                client,
                "SELECT match_id, player_id, name, bot, status, score, last_points, answer_ms FROM match_player"
                        + " WHERE match_id IN (" + Values.marks(ids.size()) + ") AND status <> 'kicked'",
                tuple(ids),
                MatchRows::contender);
    }

    /** Those of a match's players who matter while nobody is scored: the best ten, all bots, and one who is there. */
    static Uni<Map<MatchId, List<Contender>>> foremost(SqlClient client, MatchId id) {
        String columns = "match_id, player_id, name, bot, status, score, last_points, answer_ms";
        return byMatch(
                client,
                "(SELECT " + columns + " FROM match_player WHERE match_id = ? AND status <> 'kicked'"
                        + " ORDER BY score DESC, answer_ms, player_id LIMIT " + Standings.TOP + ")"
                        + " UNION (SELECT " + columns + " FROM match_player WHERE match_id = ? AND bot > 0"
                        + " AND status <> 'kicked')"
                        + " UNION (SELECT " + columns + " FROM match_player WHERE match_id = ? AND bot = 0"
                        + " AND status = 'active' LIMIT 1)",
                Values.of(id, id, id),
                MatchRows::contender);
    }

    static Uni<Map<MatchId, List<PlayedAnswer>>> answers(SqlClient client, Collection<RoundKey> rounds) {
        Tuple keys = Tuple.tuple();
        rounds.forEach(round -> keys.addBuffer(round.match().toBuffer()).addInteger(round.round()));
        String where = String.join(" OR ", Collections.nCopies(rounds.size(), "(match_id = ? AND round_no = ?)"));
        return byMatch(
                client,
                "SELECT match_id, player_id, choices, elapsed_ms, given FROM answer WHERE " + where,
                keys,
                MatchRows::answer);
    }

    private static <T> Uni<Map<MatchId, List<T>>> byMatch(
            SqlClient client, String sql, Tuple parameters, Function<Row, T> read) {
        return client.preparedQuery(sql).execute(parameters).map(rows -> {
            Map<MatchId, List<T>> byMatch = new HashMap<>();
            rows.forEach(row -> byMatch.computeIfAbsent(MatchId.of(row.getBuffer("match_id")), id -> new ArrayList<>())
                    .add(read.apply(row)));
            return byMatch;
        });
    }

    /** Writes the new states; the version makes sure that each follows the state that was read. */
    static Uni<Void> write(SqlConnection transaction, List<Move> moves) {
        List<Tuple> updates = moves.stream().map(MoveStore::update).toList();
        return transaction
                .preparedQuery(
                        "UPDATE live_match SET phase = ?, version = version + 1, phase_ends_at = ?, round_no = ?,"
                                + " round_opened_at = ?, round_closes_at = ?, earliest_seal_at = ?, end_reason = ?,"
                                + " finished_at = IF(phase = 'finished', NOW(6), NULL),"
                                + " pin = IF(phase = 'finished', NULL, pin) WHERE id = ? AND version = ?")
                .executeBatch(updates)
                .replaceWithVoid();
    }

    private static Tuple update(Move move) {
        MatchState next = move.next();
        MatchState.Open open = next instanceof MatchState.Open ? (MatchState.Open) next : null;
        MatchState.Finished finished = next instanceof MatchState.Finished ? (MatchState.Finished) next : null;
        return Tuple.tuple()
                .addString(next.phase().wire())
                .addLocalDateTime(MatchRows.moment(next.endsAt()))
                .addInteger(next.round())
                .addLocalDateTime(open == null ? null : MatchRows.moment(open.openedAt()))
                .addLocalDateTime(open == null ? null : MatchRows.moment(open.closesAt()))
                .addLocalDateTime(open == null ? null : MatchRows.moment(open.earliestSealAt()))
                .addString(finished == null ? null : finished.reason().wire())
                .addBuffer(next.core().id().toBuffer())
                .addInteger(move.version());
    }

    private static Tuple tuple(Collection<MatchId> ids) {
        Tuple tuple = Tuple.tuple();
        ids.forEach(id -> tuple.addBuffer(id.toBuffer()));
        return tuple;
    }
}
