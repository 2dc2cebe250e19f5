package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queries that change what a question says. It is held, and matches do not draw it. */
final class CorrectionStore {
    private CorrectionStore() {}

    /** The bucket of the same language and category for {@code difficulty}; made if there is none. */
    static Uni<Integer> bucket(Transaction transaction, int bucket, Difficulty difficulty) {
        return other(transaction, bucket, difficulty).onItem().ifNull().switchTo(() -> execute(
                        transaction,
                        "INSERT IGNORE INTO question_bucket (language, category_id, difficulty, size)"
                                + " SELECT language, category_id, ?, 0 FROM question_bucket WHERE id = ?",
                        difficulty.wire(),
                        bucket)
                .chain(() -> other(transaction, bucket, difficulty)));
    }

    private static Uni<Integer> other(Transaction transaction, int bucket, Difficulty difficulty) {
        return execute(
                        transaction,
                        "SELECT o.id FROM question_bucket b JOIN question_bucket o ON o.language = b.language"
                                + " AND o.category_id = b.category_id AND o.difficulty = ? WHERE b.id = ?",
                        difficulty.wire(),
                        bucket)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getInteger(0));
    }

    /** What it was is remembered: who imports that again adds nothing. */
    static Uni<Void> change(
            Transaction transaction, UUID id, int bucket, NewQuestion question, Fingerprint fingerprint) {
        StoredBody body = StoredBody.of(question.body());
        return FormerStore.remember(transaction, id, fingerprint)
                .chain(() -> execute(
                        transaction,
                        "UPDATE question SET type = ?, text = ?, choices = ?, body = ?, explanation = ?, bucket_id = ?,"
                                + " time_limit = ?, source = ?, licence = ?, attribution = ?, fingerprint = ?,"
                                + " version = version + 1 WHERE id = ?",
                        body.kind().wire(),
                        question.text(),
                        body.choices(),
                        body.rest(),
                        question.explanation(),
                        bucket,
                        question.timeLimit(),
                        question.provenance().source(),
                        question.provenance().licence(),
                        question.provenance().attribution(),
                        Buffer.buffer(fingerprint.bytes()),
                        id))
                .chain(() -> tag(transaction, id, question.tags()));
    }

    private static Uni<Void> tag(Transaction transaction, UUID id, List<String> tags) {
        Uni<RowSet<Row>> removed = execute(transaction, "DELETE FROM question_tag WHERE question_id = ?", id);
        if (tags.isEmpty()) {
            return removed.replaceWithVoid();
        }
        List<Object> cells = new ArrayList<>();
        tags.forEach(tag -> cells.addAll(List.of(id, tag)));
        return removed.chain(() -> execute(
                        transaction,
                        "INSERT INTO question_tag (question_id, tag) VALUES " + Values.rows("(?,?)", tags.size()),
                        cells.toArray()))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
