package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    private final Pool pool;

    LikenessStore(Pool pool) {
        this.pool = pool;
    }

    /** The question of the bank that is most like each of {@code batch}, if one is much alike. */
    Uni<Map<Fingerprint, UUID>> alike(Map<Fingerprint, ParsedItem.Fit> batch) {
        Map<Fingerprint, Likeness> asked = new HashMap<>();
        batch.forEach((fingerprint, item) -> asked.put(fingerprint, of(item.question())));
        // numbers only, so the plain text protocol will do, which saves preparing
        String keys = asked.values().stream()
                .flatMap(likeness -> Arrays.stream(likeness.keys()).boxed())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return pool.query(
                        "SELECT l.band_key, q.id, q.text FROM question_likeness l JOIN question q ON q.id = l.question_id"
                                + " WHERE l.band_key IN (" + keys + ")")
                .execute()
                .map(rows -> mostAlike(asked, batch, rows));
    }

    private static Map<Fingerprint, UUID> mostAlike(
            Map<Fingerprint, Likeness> asked, Map<Fingerprint, ParsedItem.Fit> batch, RowSet<Row> rows) {
        Map<Long, List<Row>> byKey = new HashMap<>();
        rows.forEach(row ->
                byKey.computeIfAbsent(row.getLong(0), key -> new ArrayList<>()).add(row));
        Map<Fingerprint, UUID> alike = new HashMap<>();
        asked.forEach((fingerprint, likeness) -> {
            String language = batch.get(fingerprint).question().language();
            double best = Likeness.MUCH;
            for (long key : likeness.keys()) {
                for (Row row : byKey.getOrDefault(key, List.of())) {
                    double similarity = likeness.to(Likeness.of(language, row.getString(2)));
                    if (similarity >= best) {
                        best = similarity;
                        alike.put(fingerprint, UuidV7.fromBuffer(row.getBuffer(1)));
                    }
                }
            }
        });
        return alike;
    }

    /** Remembers new questions, in the order of their keys: imports at the same time do not wait in a circle. */
    Uni<Void> add(SqlConnection transaction, Map<UUID, NewQuestion> questions) {
        Map<Long, String> rows = new TreeMap<>();
        questions.forEach((id, question) -> {
            String hex = id.toString().replace("-", "");
            int place = Math.floorMod(id.hashCode(), PLACES);
            for (long key : of(question).keys()) {
                rows.merge(key, "(" + key + "," + place + ",x'" + hex + "')", (one, other) -> one + "," + other);
            }
        });
        return transaction
                .query("INSERT IGNORE INTO question_likeness (band_key, place, question_id) VALUES "
                        + String.join(",", rows.values()))
                .execute()
                .replaceWithVoid();
    }

    private static Likeness of(NewQuestion question) {
        return Likeness.of(question.language(), question.text());
    }
}
