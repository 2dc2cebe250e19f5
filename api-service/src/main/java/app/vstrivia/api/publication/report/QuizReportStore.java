package app.vstrivia.api.publication.report;

import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.FrozenItem;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.question.report.Complaint;
import app.vstrivia.api.question.report.Filing;
import app.vstrivia.api.question.report.ReportPosition;
import app.vstrivia.api.question.report.ReportReason;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code quiz_report}, but for the number of a version's reports, and those on {@code publication} that reports need. */
@ApplicationScoped
class QuizReportStore {
    private final Pool pool;
    private final PublicFiles files;

    QuizReportStore(Pool pool, PublicFiles files) {
        this.pool = pool;
        this.files = files;
    }

    /** A version of a quiz, which is held, as it was played. */
    Uni<Optional<Played>> played(Transaction transaction, UUID quiz, int version) {
        return execute(
                        transaction,
                        "SELECT id, content, withdrawn_at FROM publication WHERE quiz_id = ? AND version = ?",
                        quiz,
                        version)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Played(
                                UuidV7.fromBuffer(row.getBuffer("id")),
                                FrozenQuiz.parse(row.getString("content")),
                                row.getValue("withdrawn_at") != null)));
    }

    /** The quiz of which a publication is a version; empty if it is none. */
    Uni<Optional<UUID>> quiz(Transaction transaction, UUID publication) {
        return execute(
                        transaction,
                        "SELECT quiz_id FROM publication WHERE id = ? AND status = 'published'",
                        publication)
                .map(rows -> rows.stream().findFirst().map(row -> UuidV7.fromBuffer(row.getBuffer(0))));
    }

    /** Where the documents of those publications are, of which there is one at least, that are versions. */
    Uni<Map<UUID, URI>> documents(List<UUID> publications) {
        return pool.preparedQuery("SELECT id, document FROM publication WHERE status = 'published' AND id IN ("
                        + Values.marks(publications.size()) + ")")
                .execute(Values.of(publications.toArray()))
                .map(rows -> {
                    Map<UUID, URI> documents = new HashMap<>();
                    rows.forEach(row -> {
                        UUID id = UuidV7.fromBuffer(row.getBuffer("id"));
                        documents.put(id, files.url(VersionService.folder(id) + row.getString("document")));
                    });
                    return documents;
                });
    }

    /** In place of what the player said before. */
    Uni<Filing> put(Transaction transaction, UUID publication, FrozenItem item, Complaint complaint) {
        return execute(
                        transaction,
                        "INSERT INTO quiz_report (publication_id, item_id, player_id, question, reason, text, reported_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, NOW(6)) ON DUPLICATE KEY UPDATE"
                                + " reason = VALUES(reason), text = VALUES(text), reported_at = VALUES(reported_at)",
                        publication,
                        item.id(),
                        complaint.player(),
                        item.text(),
                        complaint.reason().wire(),
                        complaint.text())
                .map(rows -> Filing.of(rows.rowCount()));
    }

    /** Of a version. */
    Uni<List<ReportReason>> reasons(Transaction transaction, UUID publication) {
        return execute(
                        transaction,
                        "SELECT DISTINCT reason FROM quiz_report WHERE publication_id = ? ORDER BY reason",
                        publication)
                .map(rows -> rows.stream()
                        .map(row -> ReportReason.of(row.getString(0)))
                        .toList());
    }

    /** Of all versions of a quiz, the newest first, from there on. */
    Uni<List<QuizReport>> of(UUID quiz, ReportPosition from, int most) {
        return pool.preparedQuery("SELECT p.version, r.item_id, r.question, r.reason, r.text, r.reported_at"
                        + " FROM publication p JOIN quiz_report r ON r.publication_id = p.id WHERE p.quiz_id = ?"
                        + " AND p.status = 'published' AND r.reported_at <= ?"
                        + " ORDER BY r.reported_at DESC, p.id, r.item_id, r.player_id LIMIT ? OFFSET ?")
                .execute(Values.of(quiz, from.reportedAt(), most, from.given()))
                .map(rows -> rows.stream().map(QuizReportStore::report).toList());
    }

    private static QuizReport report(Row row) {
        return new QuizReport(
                row.getInteger("version"),
                UuidV7.fromBuffer(row.getBuffer("item_id")),
                row.getString("question"),
                ReportReason.of(row.getString("reason")),
                row.getString("text"),
                row.getLocalDateTime("reported_at").toInstant(ZoneOffset.UTC));
    }

    /** Those up to {@code until}; how many there were. */
    Uni<Integer> remove(Transaction transaction, UUID quiz, Instant until) {
        return execute(
                        transaction,
                        "DELETE r FROM publication p JOIN quiz_report r ON r.publication_id = p.id"
                                + " WHERE p.quiz_id = ? AND r.reported_at <= ?",
                        quiz,
                        LocalDateTime.ofInstant(until, ZoneOffset.UTC))
                .map(RowSet::rowCount);
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }

    /** @param withdrawn whether nobody is shown it any more */
    record Played(UUID publication, FrozenQuiz content, boolean withdrawn) {
        /** The author's own question that matches know by that id. */
        Optional<FrozenItem> own(UUID question) {
            return content.items().stream()
                    .filter(item -> item.bankQuestion() == null
                            && item.askedAs(content.quiz()).equals(question))
                    .findFirst();
        }
    }
}
