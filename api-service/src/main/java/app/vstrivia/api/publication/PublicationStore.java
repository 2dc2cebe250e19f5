package app.vstrivia.api.publication;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.document.ShownMedium;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queries on {@code publication}, but for those that read versions. */
@ApplicationScoped
class PublicationStore {
    private static final String SELECT = "SELECT p.*, NOW(6) AS moment FROM publication p WHERE id = ?";

    private final Pool pool;

    PublicationStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(Transaction transaction, UUID id, PlayerId askedBy, FrozenQuiz content) {
        return execute(
                        transaction,
                        "INSERT INTO publication (id, quiz_id, running_quiz, asked_by, revision, title, questions, status,"
                                + " steps_done, content, content_hash, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, 'running', 0, ?, ?, NOW(6))",
                        id,
                        content.quiz(),
                        content.quiz(),
                        askedBy,
                        content.revision(),
                        content.title(),
                        content.items().size(),
                        content.toJson(),
                        Buffer.buffer(content.contentHash()))
                .replaceWithVoid();
    }

    Uni<Optional<Publication>> find(UUID id) {
        return pool.preparedQuery(SELECT).execute(Values.of(id)).map(this::first);
    }

    /** It is locked. */
    Uni<Optional<Publication>> lock(Transaction transaction, UUID id) {
        return execute(transaction, SELECT + " FOR UPDATE", id).map(this::first);
    }

    /** That which runs of a quiz, which is held. */
    Uni<Optional<UUID>> running(Transaction transaction, UUID quiz) {
        return execute(transaction, "SELECT id FROM publication WHERE running_quiz = ?", quiz)
                .map(PublicationStore::ids)
                .map(ids -> ids.stream().findFirst());
    }

    /** Notes a step with what it found; not if the publication has ended, or is not where the step began. */
    Uni<Boolean> advance(
            Transaction transaction, UUID id, int done, FrozenQuiz content, List<ShownMedium> media, String document) {
        return execute(
                        transaction,
                        "UPDATE publication SET steps_done = ?, title = ?, content = ?, media = ?, document = ? WHERE id = ?"
                                + " AND status = 'running' AND steps_done = ?",
                        done,
                        content.title(),
                        content.toJson(),
                        media == null ? null : ShownMedium.toJson(media),
                        document,
                        id,
                        done - 1)
                .map(rows -> rows.rowCount() > 0);
    }

    /** Notes that it became a version; it is locked, and runs. */
    Uni<Void> publish(Transaction transaction, UUID id, int steps, int version) {
        return execute(
                        transaction,
                        "UPDATE publication SET status = 'published', running_quiz = NULL, steps_done = ?, version = ?,"
                                + " ended_at = NOW(6) WHERE id = ?",
                        steps,
                        version,
                        id)
                .replaceWithVoid();
    }

    /** Notes that it became none; it is locked, and runs. */
    Uni<Void> end(Transaction transaction, UUID id, PublicationStatus how, String problem, String detail) {
        return execute(
                        transaction,
                        "UPDATE publication SET status = ?, running_quiz = NULL, problem = ?, detail = ?, ended_at = NOW(6)"
                                + " WHERE id = ?",
                        how.wire(),
                        problem,
                        detail,
                        id)
                .replaceWithVoid();
    }

    /** Some versions of quizzes that are gone. */
    Uni<List<UUID>> ofNoQuiz(int most) {
        return pool.preparedQuery("SELECT p.id FROM publication p LEFT JOIN quiz z ON z.id = p.quiz_id"
                        + " WHERE z.id IS NULL AND p.status = 'published' LIMIT ?")
                .execute(Values.of(most))
                .map(PublicationStore::ids);
    }

    /** Of a quiz that is held: the versions up to {@code version} that nobody sees. What was taken down stays, to be known again. */
    Uni<List<UUID>> unseen(Transaction transaction, UUID quiz, int version) {
        return execute(
                        transaction,
                        "SELECT p.id FROM publication p LEFT JOIN published_quiz c ON c.publication_id = p.id"
                                + " WHERE p.quiz_id = ? AND p.version <= ? AND p.taken_down = 0 AND c.quiz_id IS NULL",
                        quiz,
                        version)
                .map(PublicationStore::ids);
    }

    /** It is no version any more; its files go soon. */
    Uni<Void> remove(Transaction transaction, UUID id) {
        return execute(
                        transaction,
                        "UPDATE publication SET status = 'removed', version = NULL WHERE id = ? AND status = 'published'",
                        id)
                .replaceWithVoid();
    }

    Uni<Void> drop(Transaction transaction, UUID id) {
        return execute(transaction, "DELETE FROM publication WHERE id = ?", id).replaceWithVoid();
    }

    private Optional<Publication> first(RowSet<Row> rows) {
        return rows.stream().findFirst().map(this::publication);
    }

    private Publication publication(Row row) {
        String media = row.getString("media");
        Buffer askedBy = row.getBuffer("asked_by");
        return new Publication(
                UuidV7.fromBuffer(row.getBuffer("id")),
                UuidV7.fromBuffer(row.getBuffer("quiz_id")),
                askedBy == null ? null : PlayerId.of(askedBy),
                PublicationStatus.of(row.getString("status")),
                row.getInteger("steps_done"),
                FrozenQuiz.parse(row.getString("content")),
                media == null ? null : ShownMedium.parse(media),
                row.getString("document"),
                row.getInteger("version"),
                row.getValue("withdrawn_at") != null,
                row.getString("problem"),
                row.getString("detail"),
                row.getLocalDateTime("created_at"),
                row.getLocalDateTime("ended_at"),
                row.getLocalDateTime("moment"));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return rows.stream().map(row -> UuidV7.fromBuffer(row.getBuffer(0))).toList();
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
