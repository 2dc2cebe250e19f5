package app.vstrivia.api.question.lineup;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.QuestionType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two queries of a draw. Their values are numbers and hexadecimal digits, so the plain text protocol will do, which
 * saves the round trip of preparing.
 */
@ApplicationScoped
class LineupStore {
    /** Of a row that tells what was asked; buckets count from 1 on. */
    private static final int ASKED = 0;

    private static final String QUESTION = ", q.draw_slot, q.id, q.version, q.type, q.text, q.choices, q.explanation,"
            + " q.source, q.licence, q.body, q.status";

    private static final String LATELY = " AND p.joined_at > NOW(6) - INTERVAL 30 DAY";
    private static final int MATCHES_OF_A_PLAYER = 30;
    private static final int MATCHES_OF_A_ROOM = 60;
    private static final int MEMBERS_OF_A_ROOM = 100;

    private final ObjectMapper json;

    LineupStore(ObjectMapper json) {
        this.json = json;
    }

    /** The buckets that the recipe may draw from, and what the audience met in rounds that were shown. */
    Uni<Outlook> look(Transaction transaction, Recipe recipe, Audience audience) {
        List<String> queries = new ArrayList<>();
        queries.add(buckets(recipe));
        if (!recipe.categories().isEmpty()) {
            queries.add(named(List.copyOf(recipe.categories())));
        }
        if (!recipe.types().equals(List.of(QuestionPool.CHOICE))) {
            queries.add(pools(recipe));
        }
        if (!recipe.tags().isEmpty()) {
            queries.add(tagged(recipe));
        }
        if (audience instanceof Audience.Players some) {
            some.players().forEach(player -> queries.add(askedOf(player.value())));
        } else if (audience instanceof Audience.Members members) {
            queries.add(askedIn(members.match().value()));
        }
        return transaction
                .connection()
                .query("(" + String.join(") UNION ALL (", queries) + ")")
                .execute()
                .map(rows -> outlook(rows, recipe.types().contains(QuestionPool.CHOICE)));
    }

    /** Those alone that have something to draw: authors may bring many categories, of which all waits for review. */
    private static String buckets(Recipe recipe) {
        return "SELECT b.id, c.slug, c.name, b.difficulty, b.size, NULL AS asked, NULL AS pool, NULL AS tag, NULL AS tag_pool"
                + " FROM question_bucket b JOIN category c ON c.id = b.category_id WHERE b.language = _ascii x'"
                + hex(recipe.language()) + "' AND b.size > 0" + among(recipe);
    }

    /** The categories themselves, which must exist, whether or not there is something to draw. */
    private static String named(List<String> categories) {
        return "SELECT NULL, c.slug, c.name, NULL, NULL, NULL, NULL, NULL, NULL FROM category c WHERE c.slug IN ("
                + texts(categories) + ")";
    }

    /** What is of the categories asked for or within them; a dot comes right before a slash. */
    private static String among(Recipe recipe) {
        if (recipe.isOfAllCategories()) {
            return "";
        }
        return recipe.categories().stream()
                .map(slug -> "c.slug = " + text(slug) + " OR c.slug > " + text(slug + ".") + " AND c.slug < "
                        + text(slug + "/"))
                .collect(Collectors.joining(" OR ", " AND (", ")"));
    }

    /** The pools of the other types that are asked for. */
    private static String pools(Recipe recipe) {
        return "SELECT b.id, c.slug, c.name, b.difficulty, p.size, NULL, p.type, NULL, NULL FROM question_bucket b"
                + " JOIN category c ON c.id = b.category_id JOIN question_pool p ON p.bucket_id = b.id AND p.type IN ("
                + types(recipe) + ") AND p.size > 0 WHERE b.language = _ascii x'" + hex(recipe.language()) + "'"
                + among(recipe);
    }

    /** Of the types that are asked for, what has one of the tags. */
    private static String tagged(Recipe recipe) {
        return "SELECT b.id, c.slug, c.name, b.difficulty, t.size, NULL, t.type, t.tag, t.id FROM question_tag_pool t"
                + " JOIN question_bucket b ON b.id = t.bucket_id JOIN category c ON c.id = b.category_id"
                + " WHERE t.tag IN (" + texts(recipe.tags()) + ") AND t.type IN (" + types(recipe)
                + ") AND t.size > 0 AND b.language = _ascii x'" + hex(recipe.language()) + "'" + among(recipe);
    }

    private static String types(Recipe recipe) {
        return recipe.types().stream()
                .map(type -> "_ascii x'" + hex(type.wire()) + "'")
                .collect(Collectors.joining(","));
    }

    private static String askedOf(UUID player) {
        return "SELECT " + ASKED + ", NULL, NULL, NULL, m.round_no, m.asked, NULL, NULL, NULL FROM match_player p"
                + " JOIN live_match m ON m.id = p.match_id WHERE p.player_id = " + id(player) + LATELY
                + " ORDER BY p.joined_at DESC LIMIT " + MATCHES_OF_A_PLAYER;
    }

    private static String askedIn(UUID match) {
        String members = "SELECT player_id FROM match_player WHERE match_id = " + id(match)
                + " AND status = 'active' AND bot = 0 ORDER BY joined_at LIMIT " + MEMBERS_OF_A_ROOM;
        String theirs =
                "SELECT p.match_id, ROW_NUMBER() OVER (PARTITION BY p.player_id ORDER BY p.joined_at DESC) AS nth"
                        + " FROM (" + members + ") one JOIN match_player p ON p.player_id = one.player_id" + LATELY;
        return "SELECT " + ASKED
                + ", NULL, NULL, NULL, m.round_no, m.asked, NULL, NULL, NULL FROM (SELECT DISTINCT match_id FROM ("
                + theirs + ") every WHERE nth <= " + MATCHES_OF_A_PLAYER + ") late"
                + " JOIN live_match m ON m.id = late.match_id ORDER BY m.created_at DESC LIMIT " + MATCHES_OF_A_ROOM;
    }

    private static String id(UUID id) {
        return "x'" + id.toString().replace("-", "") + "'";
    }

    private static String text(String text) {
        return "_utf8mb4 x'" + hex(text) + "'";
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(LineupStore::text).collect(Collectors.joining(","));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A category without a bucket stands for itself. */
    private static Outlook outlook(RowSet<Row> rows, boolean ofChoices) {
        List<Bucket> buckets = new ArrayList<>();
        Asked asked = new Asked();
        for (Row row : rows) {
            Integer bucket = row.getInteger(0);
            if (bucket == null) {
                buckets.add(new Bucket(0, row.getString(1), row.getString(2), Difficulty.MEDIUM, 0));
            } else if (bucket != ASKED) {
                Difficulty difficulty = Difficulty.of(row.getString(3)).orElseThrow();
                String type = row.getString(6);
                int size = type == null && !ofChoices ? 0 : row.getInteger(4);
                buckets.add(new Bucket(
                        bucket,
                        row.getString(1),
                        row.getString(2),
                        difficulty,
                        size,
                        pool(type),
                        row.getString(7),
                        row.getInteger(8) == null ? 0 : row.getInteger(8)));
            } else if (row.getBuffer(5) != null) {
                asked.add(row.getBuffer(5), row.getInteger(4));
            }
        }
        return new Outlook(buckets, asked);
    }

    private static QuestionPool pool(String type) {
        return type == null ? QuestionPool.CHOICE : QuestionPool.of(type).orElseThrow();
    }

    /**
     * The approved questions in the slots of a draw, by slot. Another may be there: the version before leaves those of other types than
     * choices in their slots, and those of tags.
     */
    Uni<Map<Long, DrawnQuestion>> questions(Transaction transaction, Recipe recipe, Draw draw) {
        Set<Long> slots = draw.slots();
        List<String> queries = new ArrayList<>();
        List<Long> ofPools =
                slots.stream().filter(slot -> !QuestionPool.isOfTag(slot)).toList();
        List<Long> ofTags = slots.stream().filter(QuestionPool::isOfTag).toList();
        if (!ofPools.isEmpty()) {
            queries.add("SELECT q.draw_slot AS place, 0 AS tags" + QUESTION + " FROM question q WHERE q.draw_slot IN ("
                    + numbers(ofPools) + ")");
        }
        if (!ofTags.isEmpty()) {
            queries.add("SELECT s.slot AS place, " + had(recipe.tags()) + " AS tags" + QUESTION
                    + " FROM question_tag_slot s JOIN question q ON q.id = s.question_id WHERE s.slot IN ("
                    + numbers(ofTags) + ")");
        }
        draw.tagChoices()
                .forEach(choice -> queries.add("SELECT s.slot AS place, " + had(recipe.tags()) + " AS tags" + QUESTION
                        + " FROM (" + chosen(choice) + ") s JOIN question q ON q.id = s.question_id"));
        return transaction
                .connection()
                .query(String.join(" UNION ALL ", queries))
                .execute()
                .map(rows -> {
                    Map<Long, DrawnQuestion> questions = new HashMap<>();
                    rows.forEach(row -> {
                        if (row.getLong(2) != null
                                && QuestionStatus.of(row.getString(12))
                                        .orElseThrow()
                                        .isDrawn()) {
                            questions.put(row.getLong(0), question(row, recipe.tags()));
                        }
                    });
                    return questions;
                });
    }

    /** The first ones that count: of each tag those that none of the tags before has. */
    private static String chosen(TagChoice choice) {
        List<String> queries = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (TagChoice.OfTag of : choice.tags()) {
            if (!of.slots().isEmpty()) {
                queries.add(
                        "SELECT slot, question_id FROM question_tag_slot o WHERE slot IN (" + numbers(of.slots()) + ")"
                                + (before.isEmpty()
                                        ? ""
                                        : " AND NOT EXISTS (SELECT 1 FROM question_tag t WHERE t.question_id = o.question_id"
                                                + " AND t.tag IN (" + texts(before) + "))"));
            }
            before.add(of.tag());
        }
        return "SELECT slot, question_id FROM (" + String.join(" UNION ALL ", queries) + ") every ORDER BY FIELD(slot,"
                + numbers(choice.slots()) + ") LIMIT " + choice.most();
    }

    private static String numbers(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** SQL for a number whose bit i says whether the question has the tag i; of one tag it is known. */
    private static String had(List<String> tags) {
        return tags.size() == 1
                ? "1"
                : "(SELECT BIT_OR(1 << FIELD(t.tag," + texts(tags)
                        + ") - 1) FROM question_tag t WHERE t.question_id = q.id AND t.tag IN (" + texts(tags) + "))";
    }

    private DrawnQuestion question(Row row, List<String> tags) {
        QuestionKind kind = QuestionKind.of(row.getString(5)).orElseThrow();
        long had = row.getLong(1);
        return new DrawnQuestion(
                row.getLong(2),
                UuidV7.fromBuffer(row.getBuffer(3)),
                row.getInteger(4),
                QuestionType.of(row.getString(5)),
                row.getString(6),
                choices(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                kind.isOfChoices() ? null : new StoredBody(kind, row.getString(7), row.getString(11)).body(),
                IntStream.range(0, tags.size())
                        .filter(i -> (had >> i & 1) == 1)
                        .mapToObj(tags::get)
                        .collect(Collectors.toSet()));
    }

    private List<Choice> choices(String text) {
        try {
            return List.of(json.readValue(text, Choice[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the bank holds choices that are not valid", e);
        }
    }
}
