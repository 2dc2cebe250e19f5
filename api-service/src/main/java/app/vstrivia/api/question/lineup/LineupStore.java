package app.vstrivia.api.question.lineup;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.QuestionType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The queries that a draw needs. */
@ApplicationScoped
class LineupStore {
    private final Pool pool;
    private final ObjectMapper json;

    LineupStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * The buckets of the categories asked for and of all within them, or of all; those of no question and of other recipes
     * included.
     */
    Uni<List<Bucket>> buckets(Recipe recipe) {
        Tuple values = Tuple.of(recipe.language());
        recipe.categories().forEach(values::addString);
        String filter = recipe.categories().isEmpty()
                ? ""
                : " WHERE c.id IN (WITH RECURSIVE tree (id) AS (SELECT w.id FROM category w WHERE w.slug IN ("
                        + String.join(
                                ",", Collections.nCopies(recipe.categories().size(), "?"))
                        + ") UNION SELECT n.id FROM category n JOIN tree t ON n.parent_id = t.id) SELECT id FROM tree)";
        return pool.preparedQuery("SELECT c.slug, c.name, b.id, b.difficulty, b.size FROM category c"
                        + " LEFT JOIN question_bucket b ON b.category_id = c.id AND b.language = ?" + filter
                        + " ORDER BY b.id")
                .execute(values)
                .map(rows -> {
                    List<Bucket> buckets = new ArrayList<>();
                    rows.forEach(row -> buckets.add(bucket(row)));
                    return buckets;
                });
    }

    /** The questions in {@code slots}, by slot. */
    Uni<Map<Long, DrawnQuestion>> questions(List<Long> slots) {
        if (slots.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        // numbers only, so the plain text protocol will do, which saves the round trip of preparing
        return pool.query(
                        "SELECT draw_slot, id, version, type, text, choices, explanation, source, licence FROM question"
                                + " WHERE draw_slot IN ("
                                + slots.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")
                .execute()
                .map(rows -> {
                    Map<Long, DrawnQuestion> questions = new HashMap<>();
                    rows.forEach(row -> questions.put(row.getLong(0), question(row)));
                    return questions;
                });
    }

    private static Bucket bucket(Row row) {
        if (row.getInteger(2) == null) {
            return new Bucket(0, row.getString(0), row.getString(1), Difficulty.MEDIUM, 0);
        }
        Difficulty difficulty = Difficulty.of(row.getString(3)).orElseThrow();
        return new Bucket(row.getInteger(2), row.getString(0), row.getString(1), difficulty, row.getInteger(4));
    }

    private DrawnQuestion question(Row row) {
        return new DrawnQuestion(
                row.getLong(0),
                UuidV7.fromBuffer(row.getBuffer(1)),
                row.getInteger(2),
                QuestionType.of(row.getString(3)),
                row.getString(4),
                choices(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private List<Choice> choices(String text) {
        try {
            return List.of(json.readValue(text, Choice[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the bank holds choices that are not valid", e);
        }
    }
}
