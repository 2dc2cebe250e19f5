package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries that let matches draw new questions by tag. */
final class TagPoolStore {
    private static final int ROWS = 100;

    private TagPoolStore() {}

    /** What has one tag in a pool of a bucket. */
    private record Key(int bucket, String pool, String tag) {}

    /** New questions that matches draw, by what has their tags. */
    static final class Entries {
        private final Map<Key, List<UUID>> questions = new TreeMap<>(
                Comparator.comparingInt(Key::bucket).thenComparing(Key::pool).thenComparing(Key::tag));

        void add(UUID id, int bucket, NewQuestion question) {
            String pool = QuestionPool.of(question.kind()).wire();
            question.tags().forEach(tag -> questions
                    .computeIfAbsent(new Key(bucket, pool, tag), key -> new ArrayList<>())
                    .add(id));
        }
    }

    /** Puts them at the ends of what has their tags. The rows of their buckets are held. */
    static Uni<Void> enter(SqlConnection transaction, Entries entries) {
        List<Map.Entry<Key, List<UUID>>> all = List.copyOf(entries.questions.entrySet());
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int from = 0; from < all.size(); from += ROWS) {
            List<Map.Entry<Key, List<UUID>>> some = all.subList(from, Math.min(all.size(), from + ROWS));
            done = done.chain(() -> grow(transaction, some))
                    .chain(() -> slots(transaction, some))
                    .chain(slots -> fill(transaction, slots));
        }
        return done;
    }

    private static Uni<Void> grow(SqlConnection transaction, List<Map.Entry<Key, List<UUID>>> entries) {
        List<Object> cells = new ArrayList<>();
        entries.forEach(entry -> {
            Key key = entry.getKey();
            cells.addAll(List.of(
                    key.bucket(), key.pool(), key.tag(), entry.getValue().size()));
        });
        return transaction
                .preparedQuery("INSERT INTO question_tag_pool (bucket_id, type, tag, size) VALUES "
                        + Values.rows("(?,?,?,?)", entries.size())
                        + " ON DUPLICATE KEY UPDATE size = size + VALUES(size)")
                .execute(Values.of(cells.toArray()))
                .replaceWithVoid();
    }

    /** Where they are to be: the last places of each. */
    private static Uni<Map<Long, UUID>> slots(SqlConnection transaction, List<Map.Entry<Key, List<UUID>>> entries) {
        Map<Key, List<UUID>> byKey = new HashMap<>();
        entries.forEach(entry -> byKey.put(entry.getKey(), entry.getValue()));
        Object[] tags = byKey.keySet().stream().map(Key::tag).distinct().toArray();
        String buckets = byKey.keySet().stream()
                .map(Key::bucket)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return transaction
                .preparedQuery("SELECT bucket_id, type, tag, id, size FROM question_tag_pool WHERE bucket_id IN ("
                        + buckets + ") AND tag IN (" + Values.marks(tags.length) + ")")
                .execute(Values.of(tags))
                .map(rows -> {
                    Map<Long, UUID> slots = new TreeMap<>();
                    for (Row row : rows) {
                        Collection<UUID> questions = byKey.getOrDefault(
                                new Key(row.getInteger(0), row.getString(1), row.getString(2)), List.of());
                        int place = row.getInteger(4) - questions.size();
                        for (UUID question : questions) {
                            slots.put(QuestionPool.slotOfTag(row.getInteger(3), place++), question);
                        }
                    }
                    return slots;
                });
    }

    private static Uni<Void> fill(SqlConnection transaction, Map<Long, UUID> slots) {
        // numbers and hexadecimal digits only, so the plain text protocol will do, which saves preparing
        String rows = slots.entrySet().stream()
                .map(slot ->
                        "(" + slot.getKey() + ",x'" + slot.getValue().toString().replace("-", "") + "')")
                .collect(Collectors.joining(","));
        return transaction
                .query("INSERT INTO question_tag_slot (slot, question_id) VALUES " + rows)
                .execute()
                .replaceWithVoid();
    }
}
