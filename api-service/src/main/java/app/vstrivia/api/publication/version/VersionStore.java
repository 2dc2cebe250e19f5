package app.vstrivia.api.publication.version;

import app.vstrivia.api.platform.storage.PublicFiles;
import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.api.publication.document.ShownMedium;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.protocol.RoundMedia;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code published_quiz}, and those on {@code publication} that read versions. */
@ApplicationScoped
class VersionStore {
    private static final String SHOWN =
            "SELECT c.quiz_id, c.changed_at, p.id, p.version, p.title, p.questions, p.document"
                    + " FROM published_quiz c JOIN publication p ON p.id = c.publication_id WHERE c.quiz_id = ?";

    private final Pool pool;
    private final PublicFiles files;

    VersionStore(Pool pool, PublicFiles files) {
        this.pool = pool;
        this.files = files;
    }

    /** What everybody sees of a quiz that is not in the trash. */
    Uni<Optional<PublishedQuiz>> shownToAll(UUID quiz) {
        return shown(
                pool,
                SHOWN + " AND EXISTS (SELECT 1 FROM quiz z WHERE z.id = c.quiz_id AND z.trashed_at IS NULL)",
                quiz);
    }

    /** The quiz is held. */
    Uni<Optional<PublishedQuiz>> shown(Transaction transaction, UUID quiz) {
        return shown(transaction.connection(), SHOWN, quiz);
    }

    private Uni<Optional<PublishedQuiz>> shown(SqlClient client, String sql, UUID quiz) {
        return client.preparedQuery(sql)
                .execute(Values.of(quiz))
                .map(rows -> rows.stream().findFirst().map(this::shown));
    }

    /** The publication that everybody sees, if it was asked for with that content. */
    Uni<Optional<UUID>> shownAs(Transaction transaction, UUID quiz, byte[] contentHash) {
        return execute(
                        transaction,
                        "SELECT p.id FROM published_quiz c JOIN publication p ON p.id = c.publication_id"
                                + " WHERE c.quiz_id = ? AND p.content_hash = ?",
                        quiz,
                        Buffer.buffer(contentHash))
                .map(VersionStore::firstId);
    }

    /** The newest first, from before {@code before} on, which is null for all. */
    Uni<List<QuizVersion>> list(UUID quiz, Integer before, int most) {
        return pool.preparedQuery(
                        "SELECT p.id, p.version, p.revision, p.title, p.questions, p.document, p.ended_at, p.withdrawn_at,"
                                + " p.taken_down, p.withdrawal_reason,"
                                + " (SELECT COUNT(*) FROM quiz_report r WHERE r.publication_id = p.id) AS reports,"
                                + " c.quiz_id AS shown FROM publication p LEFT JOIN published_quiz c ON c.publication_id = p.id"
                                + " WHERE p.quiz_id = ? AND p.version < ? ORDER BY p.version DESC LIMIT ?")
                .execute(Values.of(quiz, before == null ? Integer.MAX_VALUE : before, most))
                .map(rows -> rows.stream().map(this::version).toList());
    }

    /** The number that comes next; the quiz is held. */
    Uni<Integer> next(Transaction transaction, UUID quiz) {
        return execute(transaction, "SELECT COALESCE(MAX(version), 0) + 1 FROM publication WHERE quiz_id = ?", quiz)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Optional<Known>> publication(Transaction transaction, UUID quiz, int version) {
        return execute(
                        transaction,
                        "SELECT id, withdrawn_at, taken_down FROM publication WHERE quiz_id = ? AND version = ?",
                        quiz,
                        version)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Known(
                                UuidV7.fromBuffer(row.getBuffer("id")),
                                row.getValue("withdrawn_at") != null,
                                row.getInteger("taken_down") != 0)));
    }

    /** Not to be shown to anybody any more. What was withdrawn before may be taken down as well. */
    Uni<Void> withdraw(Transaction transaction, UUID publication, boolean takenDown, String reason) {
        return execute(
                        transaction,
                        "UPDATE publication SET withdrawn_at = COALESCE(withdrawn_at, NOW(6)),"
                                + " taken_down = GREATEST(taken_down, ?), withdrawal_reason = COALESCE(?, withdrawal_reason)"
                                + " WHERE id = ?",
                        takenDown ? 1 : 0,
                        reason,
                        publication)
                .replaceWithVoid();
    }

    /** The versions of a quiz, which is held, that were asked for with the same content as one of them, that one included. */
    Uni<List<UUID>> alike(Transaction transaction, UUID quiz, UUID publication) {
        return execute(
                        transaction,
                        "SELECT p.id FROM publication p JOIN publication o ON o.content_hash = p.content_hash"
                                + " WHERE p.quiz_id = ? AND p.status = 'published' AND o.id = ? ORDER BY p.id",
                        quiz,
                        publication)
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** Whether a version of a quiz, which is held, was taken down that was asked for with that content. */
    Uni<Boolean> isTakenDown(Transaction transaction, UUID quiz, byte[] contentHash) {
        return execute(
                        transaction,
                        "SELECT id FROM publication WHERE quiz_id = ? AND content_hash = ? AND taken_down = 1 LIMIT 1",
                        quiz,
                        Buffer.buffer(contentHash))
                .map(rows -> rows.size() > 0);
    }

    /** The same for the content that a publication of the quiz was asked for with. */
    Uni<Boolean> isTakenDown(Transaction transaction, UUID publication) {
        return execute(
                        transaction,
                        "SELECT o.id FROM publication p JOIN publication o ON o.quiz_id = p.quiz_id"
                                + " AND o.content_hash = p.content_hash WHERE p.id = ? AND o.taken_down = 1 LIMIT 1",
                        publication)
                .map(rows -> rows.size() > 0);
    }

    Uni<FrozenQuiz> content(Transaction transaction, UUID publication) {
        return execute(transaction, "SELECT content FROM publication WHERE id = ?", publication)
                .map(rows -> FrozenQuiz.parse(rows.iterator().next().getString(0)));
    }

    /** A version for matches, unless it was withdrawn. */
    Uni<Optional<PlayableVersion>> playable(UUID quiz, int version) {
        return playable(pool, quiz, version);
    }

    Uni<Optional<PlayableVersion>> playable(Transaction transaction, UUID quiz, int version) {
        return playable(transaction.connection(), quiz, version);
    }

    private Uni<Optional<PlayableVersion>> playable(SqlClient client, UUID quiz, int version) {
        return client.preparedQuery(
                        "SELECT id, version, content, media FROM publication WHERE quiz_id = ? AND version = ?"
                                + " AND withdrawn_at IS NULL")
                .execute(Values.of(quiz, version))
                .map(rows -> rows.stream().findFirst().map(this::playable));
    }

    private PlayableVersion playable(Row row) {
        String any = files.url(VersionService.folder(UuidV7.fromBuffer(row.getBuffer("id"))) + "a")
                .toString();
        String place = any.substring(0, any.length() - 1);
        Map<UUID, RoundMedia> media = new HashMap<>();
        ShownMedium.parse(row.getString("media")).stream()
                .filter(medium -> !medium.cover())
                .forEach(medium -> media.put(medium.medium(), medium.inRounds(place)));
        return new PlayableVersion(row.getInteger("version"), FrozenQuiz.parse(row.getString("content")), media);
    }

    Uni<Void> show(Transaction transaction, UUID quiz, UUID publication) {
        return execute(
                        transaction,
                        "INSERT INTO published_quiz (quiz_id, publication_id, changed_at) VALUES (?, ?, NOW(6))"
                                + " ON DUPLICATE KEY UPDATE publication_id = VALUES(publication_id),"
                                + " changed_at = VALUES(changed_at)",
                        quiz,
                        publication)
                .replaceWithVoid();
    }

    /** Whether it was shown. */
    Uni<Boolean> hide(Transaction transaction, UUID publication) {
        return execute(transaction, "DELETE FROM published_quiz WHERE publication_id = ?", publication)
                .map(rows -> rows.rowCount() > 0);
    }

    private PublishedQuiz shown(Row row) {
        UUID publication = UuidV7.fromBuffer(row.getBuffer("id"));
        return new PublishedQuiz(
                UuidV7.fromBuffer(row.getBuffer("quiz_id")),
                row.getInteger("version"),
                publication,
                row.getString("title"),
                row.getInteger("questions"),
                document(publication, row),
                instant(row, "changed_at"));
    }

    private QuizVersion version(Row row) {
        UUID publication = UuidV7.fromBuffer(row.getBuffer("id"));
        return new QuizVersion(
                row.getInteger("version"),
                publication,
                row.getInteger("revision"),
                row.getString("title"),
                row.getInteger("questions"),
                document(publication, row),
                instant(row, "ended_at"),
                row.getBuffer("shown") != null,
                row.getValue("withdrawn_at") != null,
                row.getInteger("taken_down") != 0,
                row.getString("withdrawal_reason"),
                row.getInteger("reports"));
    }

    private URI document(UUID publication, Row row) {
        return files.url(VersionService.folder(publication) + row.getString("document"));
    }

    private static Instant instant(Row row, String column) {
        return row.getLocalDateTime(column).toInstant(ZoneOffset.UTC);
    }

    private static Optional<UUID> firstId(RowSet<Row> rows) {
        return rows.stream().findFirst().map(row -> UuidV7.fromBuffer(row.getBuffer(0)));
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }

    /** A version, by its number. */
    record Known(UUID publication, boolean withdrawn, boolean takenDown) {}
}
