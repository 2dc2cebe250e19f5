package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.QuestionPool;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The queries that keep the sizes of pools. */
final class PoolStore {
    private PoolStore() {}

    /** A pool of a bucket. */
    private record Key(int bucket, QuestionPool pool) {}

    /** The sizes of pools whose buckets' rows are held; a pool that is not known is empty. */
    static final class Sizes {
        private final Map<Key, Integer> sizes = new HashMap<>();

        /** The slot at the end of the pool, which has one question more from now on. */
        long take(int bucket, QuestionKind kind) {
            QuestionPool pool = QuestionPool.of(kind);
            return pool.slot(bucket, sizes.merge(new Key(bucket, pool), 1, Integer::sum) - 1);
        }
    }

    /** Takes the buckets in the order of their ids; every import does, so that none waits for another in a circle. */
    static Uni<Sizes> locked(SqlConnection transaction, Collection<Integer> buckets) {
        String ids = buckets.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
        Sizes sizes = new Sizes();
        return transaction
                .query("SELECT id, size FROM question_bucket WHERE id IN (" + ids + ") ORDER BY id FOR UPDATE")
                .execute()
                .invoke(rows -> rows.forEach(
                        row -> sizes.sizes.put(new Key(row.getInteger(0), QuestionPool.CHOICE), row.getInteger(1))))
                .chain(() -> transaction
                        .query("SELECT bucket_id, type, size FROM question_pool WHERE bucket_id IN (" + ids
                                + ") FOR UPDATE")
                        .execute())
                .invoke(rows -> rows.forEach(row -> sizes.sizes.put(
                        new Key(
                                row.getInteger(0),
                                QuestionPool.of(row.getString(1)).orElseThrow()),
                        row.getInteger(2))))
                .replaceWith(sizes);
    }

    static Uni<Void> write(SqlConnection transaction, Sizes sizes) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Map.Entry<Key, Integer> size : sizes.sizes.entrySet()) {
            done = done.chain(
                    () -> write(transaction, size.getKey(), size.getValue()).replaceWithVoid());
        }
        return done;
    }

    private static Uni<RowSet<Row>> write(SqlConnection transaction, Key key, int size) {
        return key.pool() == QuestionPool.CHOICE
                ? transaction
                        .preparedQuery("UPDATE question_bucket SET size = ? WHERE id = ?")
                        .execute(Tuple.of(size, key.bucket()))
                : transaction
                        .preparedQuery("INSERT INTO question_pool (bucket_id, type, size) VALUES (?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE size = VALUES(size)")
                        .execute(Tuple.of(key.bucket(), key.pool().wire(), size));
    }
}
