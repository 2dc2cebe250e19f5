package app.vstrivia.model.match;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.protocol.ServerMessage.Ack.Status;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** The queries that store answers and end rounds that everybody has answered. */
final class AnswerStore {
    private AnswerStore() {}

    /** Takes the matches' rows in share mode, so that a seal waits, and tells which rounds are open. */
    static Uni<Set<RoundKey>> lockOpenRounds(SqlConnection transaction, SortedSet<MatchId> matches) {
        return openRounds(transaction, matches, " ORDER BY id LOCK IN SHARE MODE");
    }

    /** Which rounds are open, at this moment. */
    static Uni<Set<RoundKey>> openRounds(SqlClient client, Set<MatchId> matches) {
        return openRounds(client, matches, "");
    }

    private static Uni<Set<RoundKey>> openRounds(SqlClient client, Set<MatchId> matches, String how) {
        Tuple ids = Tuple.tuple();
        matches.forEach(match -> ids.addBuffer(match.toBuffer()));
        return client.preparedQuery("SELECT id, round_no, phase FROM live_match WHERE id IN ("
                        + Values.marks(matches.size()) + ")" + how)
                .execute(ids)
                .map(rows -> {
                    Set<RoundKey> open = new HashSet<>();
                    rows.forEach(row -> {
                        if (MatchPhase.of(row.getString(2)) == MatchPhase.OPEN) {
                            open.add(new RoundKey(MatchId.of(row.getBuffer(0)), row.getInteger(1)));
                        }
                    });
                    return open;
                });
    }

    /** Inserts those that are the first of their player and round; tells how many. */
    static Uni<Integer> insert(SqlConnection transaction, List<PlayerAnswer> answers) {
        // Mostly all are choices: then the statement is short, and more of its lengths stay prepared.
        boolean detailed = answers.stream().anyMatch(answer -> answer.given().detail() != null);
        Tuple values = Tuple.tuple();
        answers.forEach(answer -> {
            values.addBuffer(answer.match().toBuffer())
                    .addInteger(answer.round())
                    .addBuffer(answer.player().toBuffer())
                    .addString(answer.id())
                    .addInteger(answer.given().mask())
                    .addInteger(answer.elapsedMs())
                    .addLocalDateTime(moment(answer.receivedAt()));
            if (detailed) {
                values.addString(answer.given().detail());
            }
        });
        return transaction
                .preparedQuery(
                        "INSERT IGNORE INTO answer (match_id, round_no, player_id, answer_id, choices, elapsed_ms,"
                                + " received_at" + (detailed ? ", given" : "") + ") VALUES "
                                + Values.rows(
                                        detailed ? "(?, ?, ?, ?, ?, ?, ?, ?)" : "(?, ?, ?, ?, ?, ?, ?)",
                                        answers.size()))
                .execute(values)
                .map(rows -> rows.rowCount());
    }

    /** The answers that stand for the players and rounds of {@code answers}. */
    static Uni<Map<AnswerKey, Standing>> standing(SqlClient client, Collection<PlayerAnswer> answers) {
        Tuple keys = Tuple.tuple();
        answers.forEach(answer -> keys.addBuffer(answer.match().toBuffer())
                .addInteger(answer.round())
                .addBuffer(answer.player().toBuffer()));
        String where = String.join(
                " OR ", Collections.nCopies(answers.size(), "(match_id = ? AND round_no = ? AND player_id = ?)"));
        return client.preparedQuery(
                        "SELECT match_id, round_no, player_id, answer_id, choices, elapsed_ms, given FROM answer WHERE "
                                + where)
                .execute(keys)
                .map(rows -> {
                    Map<AnswerKey, Standing> standing = new HashMap<>();
                    rows.forEach(row -> standing.put(
                            new AnswerKey(
                                    new RoundKey(MatchId.of(row.getBuffer(0)), row.getInteger(1)),
                                    PlayerId.of(row.getBuffer(2))),
                            new Standing(
                                    row.getString(3),
                                    Given.stored(row.getInteger(4), row.getString(6)),
                                    row.getInteger(5))));
                    return standing;
                });
    }

    /**
     * The moment from which an open round may be sealed, in ms, if everybody who plays and is there has answered, and
     * somebody has; empty otherwise.
     */
    static Uni<Optional<Long>> sealableFrom(SqlClient client, RoundKey round) {
        return client.preparedQuery("SELECT GREATEST(NOW(6), m.earliest_seal_at) FROM live_match m"
                        + " WHERE m.id = ? AND m.round_no = ? AND m.phase = 'open'"
                        + " AND EXISTS (SELECT 1 FROM answer a WHERE a.match_id = m.id AND a.round_no = m.round_no)"
                        + " AND NOT EXISTS (SELECT 1 FROM match_presence s JOIN match_player p"
                        + " ON p.match_id = s.match_id AND p.player_id = s.player_id"
                        + " LEFT JOIN answer a"
                        + " ON a.match_id = s.match_id AND a.round_no = m.round_no AND a.player_id = s.player_id"
                        + " WHERE s.match_id = m.id AND p.bot = 0 AND p.status = 'active' AND a.player_id IS NULL)")
                .execute(Values.of(round.match().toBuffer(), round.round()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator()
                                .next()
                                .getLocalDateTime(0)
                                .toInstant(ZoneOffset.UTC)
                                .toEpochMilli()));
    }

    /** Pulls the end of an open round forward, unless it is there already. */
    static Uni<Void> pullForward(SqlClient client, RoundKey round) {
        return client.preparedQuery("UPDATE live_match SET version = version + 1,"
                        + " phase_ends_at = GREATEST(NOW(6), earliest_seal_at)"
                        + " WHERE id = ? AND round_no = ? AND phase = 'open'"
                        + " AND phase_ends_at > NOW(6) AND phase_ends_at > earliest_seal_at")
                .execute(Values.of(round.match(), round.round()))
                .replaceWithVoid();
    }

    private static LocalDateTime moment(long epochMs) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMs), ZoneOffset.UTC);
    }

    /** A row of {@code answer} by its key. */
    record AnswerKey(RoundKey round, PlayerId player) {
        static AnswerKey of(PlayerAnswer answer) {
            return new AnswerKey(new RoundKey(answer.match(), answer.round()), answer.player());
        }
    }

    /** The answer that came first. */
    record Standing(String id, Given answer, int elapsedMs) {
        /** The same id is the same answer, sent again because its ack got lost. */
        StoredAnswer against(PlayerAnswer given) {
            Status status = id.equals(given.id()) ? Status.STORED : Status.DUPLICATE;
            return new StoredAnswer(given, status, GivenAnswer.of(answer, elapsedMs));
        }
    }
}
