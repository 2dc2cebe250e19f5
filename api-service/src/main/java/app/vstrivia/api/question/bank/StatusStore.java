package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The queries that change what matches draw. */
@ApplicationScoped
class StatusStore {
    /**
     * A question whose bucket's row is held.
     *
     * @param size of its pool in the bucket
     * @param slot null if matches do not draw it
     */
    record Held(UUID id, QuestionKind kind, QuestionStatus status, int bucket, int size, Long slot) {
        QuestionPool pool() {
            return QuestionPool.of(kind);
        }

        long slotAt(int place) {
            return pool().slot(bucket, place);
        }

        /** What the column says: those of choices alone have an ordinal. */
        Integer ordinalAt(int place) {
            return kind.isOfChoices() ? place : null;
        }
    }

    /** Takes the bucket first, as imports do, and then the question; null if there is none. */
    Uni<Held> hold(Transaction transaction, UUID id) {
        return execute(transaction, "SELECT bucket_id FROM question WHERE id = ?", id)
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger(0))
                .chain(bucket ->
                        execute(transaction, "SELECT id, size FROM question_bucket WHERE id = ? FOR UPDATE", bucket))
                .chain(buckets -> execute(
                                transaction,
                                "SELECT q.type, q.status, q.draw_slot, p.size FROM question q LEFT JOIN question_pool p"
                                        + " ON p.bucket_id = q.bucket_id AND p.type = q.type WHERE q.id = ? FOR UPDATE",
                                id)
                        .map(rows -> {
                            if (rows.size() == 0) {
                                return null;
                            }
                            Row bucket = buckets.iterator().next();
                            Row row = rows.iterator().next();
                            QuestionKind kind =
                                    QuestionKind.of(row.getString(0)).orElseThrow();
                            Integer size = kind.isOfChoices() ? bucket.getInteger(1) : row.getInteger(3);
                            return new Held(
                                    id,
                                    kind,
                                    QuestionStatus.of(row.getString(1)).orElseThrow(),
                                    bucket.getInteger(0),
                                    size == null ? 0 : size,
                                    row.getLong(2));
                        }));
    }

    /** Those of {@code ids}, which are some, that are there and not approved; all of them stay as they are meanwhile. */
    Uni<List<UUID>> unapproved(Transaction transaction, Collection<UUID> ids) {
        return execute(
                        transaction,
                        // Not by an index that has both: a shared lock of that one leaves the row itself alone.
                        "SELECT id, status FROM question FORCE INDEX (PRIMARY) WHERE id IN (" + Values.marks(ids.size())
                                + ") ORDER BY id LOCK IN SHARE MODE",
                        ids.toArray())
                .map(rows -> rows.stream()
                        .filter(row -> QuestionStatus.of(row.getString(1)).orElseThrow() != QuestionStatus.APPROVED)
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    Uni<Void> become(Transaction transaction, Held question, QuestionStatus status) {
        return execute(transaction, "UPDATE question SET status = ? WHERE id = ?", status.wire(), question.id())
                .replaceWithVoid();
    }

    /** @param shown JSON of what rounds show of its picture or video */
    Uni<Void> show(Transaction transaction, UUID question, String shown) {
        return execute(transaction, "UPDATE question SET shown = ? WHERE id = ?", shown, question)
                .replaceWithVoid();
    }

    /** Puts it at the end of its pool. */
    Uni<Void> enter(Transaction transaction, Held question) {
        return place(transaction, question, question.size(), question.id())
                .chain(() -> resize(transaction, question, 1));
    }

    /** Takes it out of its pool; the last one takes its place. */
    Uni<Void> leave(Transaction transaction, Held question) {
        int place = QuestionPool.placeOf(question.slot());
        int last = question.size() - 1;
        Uni<Void> out = execute(
                        transaction, "UPDATE question SET ordinal = NULL, draw_slot = NULL WHERE id = ?", question.id())
                .replaceWithVoid();
        Uni<Void> closed = place == last
                ? out
                : out.chain(() -> execute(
                                transaction,
                                "UPDATE question SET ordinal = ?, draw_slot = ? WHERE draw_slot = ?",
                                question.ordinalAt(place),
                                question.slotAt(place),
                                question.slotAt(last))
                        .replaceWithVoid());
        return closed.chain(() -> resize(transaction, question, -1));
    }

    private static Uni<Void> place(Transaction transaction, Held question, int place, UUID id) {
        return execute(
                        transaction,
                        "UPDATE question SET ordinal = ?, draw_slot = ? WHERE id = ?",
                        question.ordinalAt(place),
                        question.slotAt(place),
                        id)
                .replaceWithVoid();
    }

    private static Uni<Void> resize(Transaction transaction, Held question, int by) {
        int size = question.size() + by;
        Uni<RowSet<Row>> resized = question.kind().isOfChoices()
                ? execute(transaction, "UPDATE question_bucket SET size = ? WHERE id = ?", size, question.bucket())
                : execute(
                        transaction,
                        "INSERT INTO question_pool (bucket_id, type, size) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE size = VALUES(size)",
                        question.bucket(),
                        question.kind().wire(),
                        size);
        return resized.replaceWithVoid();
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
