package app.vstrivia.api.question.report;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Every query on {@code question_report}, but for the number of a question's reports, which the bank counts. */
@ApplicationScoped
class ReportStore {
    private final Pool pool;

    ReportStore(Pool pool) {
        this.pool = pool;
    }

    /** In place of what the player said before; who was shown the round are the members and the host. */
    Uni<Filing> put(
            Transaction transaction, MatchId match, int round, PlayerId player, ReportReason reason, String text) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO question_report (question_id, player_id, reason, text, reported_at)"
                        + " SELECT q.id, CAST(? AS BINARY(16)), ?, ?, NOW(6) FROM live_match m"
                        + " JOIN match_round r ON r.match_id = m.id AND r.round_no <= m.round_no"
                        + " JOIN question q ON q.id = r.question_id WHERE m.id = ? AND r.round_no = ?"
                        + " AND (m.host_id = ? OR EXISTS (SELECT 1 FROM match_player p WHERE p.match_id = m.id"
                        + " AND p.player_id = ? AND p.status <> 'kicked'))"
                        + " ON DUPLICATE KEY UPDATE reason = VALUES(reason), text = VALUES(text),"
                        + " reported_at = VALUES(reported_at)")
                .execute(Values.of(player, reason.wire(), text, match, round, player, player))
                .map(rows -> filing(rows.rowCount()));
    }

    /** The database counts 1 for a row that is new, and 2 for one that was there. */
    private static Filing filing(int count) {
        return count == 0 ? Filing.NOT_SHOWN : count == 1 ? Filing.FIRST : Filing.AGAIN;
    }

    /** The question of a round that there is. */
    Uni<UUID> question(Transaction transaction, MatchId match, int round) {
        return transaction
                .connection()
                .preparedQuery("SELECT question_id FROM match_round WHERE match_id = ? AND round_no = ?")
                .execute(Values.of(match, round))
                .map(rows -> UuidV7.fromBuffer(rows.iterator().next().getBuffer(0)));
    }

    /** The newest first, from there on. */
    Uni<List<QuestionReport>> of(UUID question, ReportPosition from, int most) {
        return pool.preparedQuery("SELECT reason, text, reported_at FROM question_report WHERE question_id = ?"
                        + " AND reported_at <= ? ORDER BY reported_at DESC, player_id LIMIT ? OFFSET ?")
                .execute(Values.of(question, from.reportedAt(), most, from.given()))
                .map(rows -> rows.stream()
                        .map(row -> new QuestionReport(
                                ReportReason.of(row.getString(0)),
                                row.getString(1),
                                row.getLocalDateTime(2).toInstant(ZoneOffset.UTC)))
                        .toList());
    }

    /** Those up to {@code until}; how many there were. */
    Uni<Integer> remove(Transaction transaction, UUID question, Instant until) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM question_report WHERE question_id = ? AND reported_at <= ?")
                .execute(Values.of(question, LocalDateTime.ofInstant(until, ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }
}
