package app.vstrivia.api.question.likeness;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries that find questions that are much alike. */
@ApplicationScoped
class LikenessStore {
    /** Places of a key: so many questions may have it. */
    private static final int PLACES = 8;

    /** Whoever types a question is told of so many. */
    private static final int MOST_SIMILAR = 3;

    private final Pool pool;

    LikenessStore(Pool pool) {
        this.pool = pool;
    }

    /** The question of the bank that is most like each of {@code questions}, if one is much alike. */
    <K> Uni<Map<K, UUID>> mostAlike(Map<K, NewQuestion> questions) {
        Map<K, Likeness> asked = new HashMap<>();
        questions.forEach((key, question) -> asked.put(key, of(question)));
        return candidates(pool, asked.values(), "").map(rows -> {
            Map<K, UUID> alike = new HashMap<>();
            asked.forEach((key, likeness) -> {
                List<SimilarQuestion> found = alike(likeness, questions.get(key).language(), rows);
                if (!found.isEmpty()) {
                    alike.put(key, found.get(0).questionId());
                }
            });
            return alike;
        });
    }

    /** What is much like each, the most alike first; of what was handed in and not sent back or retired. */
    <K> Uni<Map<K, List<SimilarQuestion>>> similar(Transaction transaction, String language, Map<K, Likeness> asked) {
        return candidates(transaction.connection(), asked.values(), " AND q.status IN ('review', 'approved')")
                .map(rows -> {
                    Map<K, List<SimilarQuestion>> similar = new LinkedHashMap<>();
                    asked.forEach((key, likeness) -> {
                        List<SimilarQuestion> found = alike(likeness, language, rows);
                        if (!found.isEmpty()) {
                            similar.put(key, found.subList(0, Math.min(MOST_SIMILAR, found.size())));
                        }
                    });
                    return similar;
                });
    }

    /** What has a key in common with one of them, by key. */
    private static Uni<Map<Long, List<Row>>> candidates(
            SqlClient client, Collection<Likeness> asked, String condition) {
        // numbers only, so the plain text protocol will do, which saves preparing
        String keys = asked.stream()
                .flatMap(likeness -> Arrays.stream(likeness.keys()).boxed())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return client.query("SELECT l.band_key, q.id, q.text FROM question_likeness l"
                        + " JOIN question q ON q.id = l.question_id WHERE l.band_key IN (" + keys + ")" + condition)
                .execute()
                .map(LikenessStore::byKey);
    }

    private static Map<Long, List<Row>> byKey(RowSet<Row> rows) {
        Map<Long, List<Row>> byKey = new HashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.getLong(0), key -> new ArrayList<>()).add(row));
        return byKey;
    }

    private static List<SimilarQuestion> alike(Likeness asked, String language, Map<Long, List<Row>> candidates) {
        Map<UUID, SimilarQuestion> alike = new HashMap<>();
        for (long key : asked.keys()) {
            for (Row row : candidates.getOrDefault(key, List.of())) {
                UUID id = UuidV7.fromBuffer(row.getBuffer(1));
                if (!alike.containsKey(id)) {
                    double similarity = asked.to(Likeness.of(language, row.getString(2)));
                    if (similarity >= Likeness.MUCH) {
                        alike.put(id, new SimilarQuestion(id, row.getString(2), similarity));
                    }
                }
            }
        }
        return alike.values().stream()
                .sorted(Comparator.comparingDouble(SimilarQuestion::similarity)
                        .reversed()
                        .thenComparing(SimilarQuestion::questionId))
                .toList();
    }

    /** Remembers new questions, in the order of their keys: imports at the same time do not wait in a circle. */
    Uni<Void> add(Transaction transaction, Map<UUID, NewQuestion> questions) {
        Map<Long, String> rows = new TreeMap<>();
        questions.forEach((id, question) -> {
            String hex = id.toString().replace("-", "");
            int place = Math.floorMod(id.hashCode(), PLACES);
            for (long key : of(question).keys()) {
                rows.merge(key, "(" + key + "," + place + ",x'" + hex + "')", (one, other) -> one + "," + other);
            }
        });
        return transaction
                .connection()
                .query("INSERT IGNORE INTO question_likeness (band_key, place, question_id) VALUES "
                        + String.join(",", rows.values()))
                .execute()
                .replaceWithVoid();
    }

    Uni<Void> remove(Transaction transaction, UUID id, NewQuestion question) {
        String keys =
                Arrays.stream(of(question).keys()).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return transaction
                .connection()
                .query("DELETE FROM question_likeness WHERE band_key IN (" + keys + ") AND question_id = x'"
                        + id.toString().replace("-", "") + "'")
                .execute()
                .replaceWithVoid();
    }

    private static Likeness of(NewQuestion question) {
        return Likeness.of(question.language(), question.text());
    }
}
