package app.vstrivia.api.question.report;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code question_report}, but for the number of a question's reports, which the bank counts. */
@ApplicationScoped
class ReportStore {
    private final Pool pool;

    ReportStore(Pool pool) {
        this.pool = pool;
    }

    /** A round that the player was shown, as a member or the host. */
    Uni<Optional<ShownRound>> shown(Transaction transaction, MatchId match, int round, PlayerId player) {
        return transaction
                .connection()
                .preparedQuery("SELECT r.question_id, m.quiz_id, m.quiz_version FROM live_match m"
                        + " JOIN match_round r ON r.match_id = m.id AND r.round_no <= m.round_no"
                        + " WHERE m.id = ? AND r.round_no = ?"
                        + " AND (m.host_id = ? OR EXISTS (SELECT 1 FROM match_player p WHERE p.match_id = m.id"
                        + " AND p.player_id = ? AND p.status <> 'kicked'))")
                .execute(Values.of(match, round, player, player))
                .map(rows -> rows.stream().findFirst().map(ReportStore::shown));
    }

    private static ShownRound shown(Row row) {
        Buffer quiz = row.getBuffer("quiz_id");
        return new ShownRound(
                UuidV7.fromBuffer(row.getBuffer("question_id")),
                quiz == null ? null : UuidV7.fromBuffer(quiz),
                row.getInteger("quiz_version"));
    }

    /** In place of what the player said before; {@link Filing#NONE} if it is no question of the bank. */
    Uni<Filing> put(Transaction transaction, UUID question, Complaint complaint) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO question_report (question_id, player_id, reason, text, reported_at)"
                        + " SELECT q.id, CAST(? AS BINARY(16)), ?, ?, NOW(6) FROM question q WHERE q.id = ?"
                        + " ON DUPLICATE KEY UPDATE reason = VALUES(reason), text = VALUES(text),"
                        + " reported_at = VALUES(reported_at)")
                .execute(Values.of(complaint.player(), complaint.reason().wire(), complaint.text(), question))
                .map(rows -> Filing.of(rows.rowCount()));
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
