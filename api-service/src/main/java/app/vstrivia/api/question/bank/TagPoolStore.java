package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;

/** The queries that change what matches draw by tag. Each is of a question whose bucket's row is held. */
@ApplicationScoped
class TagPoolStore {
    /** Puts it at the end of what has each of its tags; the version before may have left it somewhere in there. */
    Uni<Void> enter(Transaction transaction, StatusStore.Held question) {
        String pool = question.pool().wire();
        return leave(transaction, question)
                .chain(() -> execute(
                        transaction,
                        "INSERT INTO question_tag_pool (bucket_id, type, tag, size)"
                                + " SELECT ?, ?, t.tag, 1 FROM question_tag t WHERE t.question_id = ?"
                                + " ON DUPLICATE KEY UPDATE size = question_tag_pool.size + 1",
                        question.bucket(),
                        pool,
                        question.id()))
                .chain(() -> execute(
                        transaction,
                        "INSERT INTO question_tag_slot (slot, question_id) SELECT (p.id << 32) + ? + p.size - 1,"
                                + " t.question_id FROM question_tag t JOIN question_tag_pool p ON p.bucket_id = ?"
                                + " AND p.type = ? AND p.tag = t.tag WHERE t.question_id = ?",
                        QuestionPool.slotOfTag(0, 0),
                        question.bucket(),
                        pool,
                        question.id()))
                .replaceWithVoid();
    }

    /** Takes it out of what has its tags; the last one of each takes its place. */
    Uni<Void> leave(Transaction transaction, StatusStore.Held question) {
        return execute(
                        transaction,
                        "SELECT slot FROM question_tag_slot WHERE question_id = ? ORDER BY slot FOR UPDATE",
                        question.id())
                .chain(rows -> {
                    Uni<Void> left = Uni.createFrom().voidItem();
                    for (Row row : rows) {
                        long slot = row.getLong(0);
                        left = left.chain(() -> leave(transaction, slot));
                    }
                    return left;
                });
    }

    private static Uni<Void> leave(Transaction transaction, long slot) {
        int pool = QuestionPool.ownerOf(slot);
        return execute(transaction, "SELECT size FROM question_tag_pool WHERE id = ? FOR UPDATE", pool)
                .map(rows -> rows.iterator().next().getInteger(0) - 1)
                .chain(last -> execute(transaction, "DELETE FROM question_tag_slot WHERE slot = ?", slot)
                        .chain(() -> execute(
                                transaction,
                                "UPDATE question_tag_slot SET slot = ? WHERE slot = ?",
                                slot,
                                QuestionPool.slotOfTag(pool, last)))
                        .chain(() ->
                                execute(transaction, "UPDATE question_tag_pool SET size = ? WHERE id = ?", last, pool)))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
