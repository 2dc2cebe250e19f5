package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.api.question.play.PlayRecord;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries that read the bank. */
@ApplicationScoped
class BankStore {
    private static final String QUESTIONS = "SELECT q.id, q.status, q.type, q.text, q.choices, q.body, q.explanation,"
            + " q.media_kind, q.media_ref, q.time_limit, q.source, q.licence, q.attribution,"
            + " c.slug, b.difficulty, b.language, p.answers, p.correct,"
            + " (SELECT COUNT(*) FROM question_report r WHERE r.question_id = q.id) AS reports,"
            + " q.media_content, q.media_alternative, q.media_licence, q.media_attribution FROM question q"
            + " JOIN question_bucket b ON b.id = q.bucket_id JOIN category c ON c.id = b.category_id"
            + " LEFT JOIN question_play p ON p.question_id = q.id";

    private final Pool pool;

    BankStore(Pool pool) {
        this.pool = pool;
    }

    /** By id, which is by age, from behind {@code after} on, which is null for all. */
    Uni<List<StoredQuestion>> find(BankFilter filter, UUID after, int most) {
        if (filter.category() == null) {
            return find(filter, List.of(), after, most);
        }
        return within(filter.category())
                .chain(categories -> categories.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : find(filter, categories, after, most));
    }

    /** @param categories their ids; none for all */
    private Uni<List<StoredQuestion>> find(BankFilter filter, List<Integer> categories, UUID after, int most) {
        List<String> conditions = new ArrayList<>(List.of("q.id > ?"));
        Tuple values = Values.of(after == null ? new UUID(0, 0) : after);
        if (filter.status() != null) {
            conditions.add("q.status = ?");
            values.addString(filter.status().wire());
        }
        if (filter.language() != null) {
            conditions.add("b.language = ?");
            values.addString(filter.language());
        }
        if (filter.tag() != null) {
            conditions.add("EXISTS (SELECT 1 FROM question_tag t WHERE t.question_id = q.id AND t.tag = ?)");
            values.addString(filter.tag());
        }
        if (filter.reported()) {
            conditions.add("EXISTS (SELECT 1 FROM question_report r WHERE r.question_id = q.id)");
        }
        if (!categories.isEmpty()) {
            conditions.add("b.category_id IN ("
                    + categories.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")");
        }
        String where = " WHERE " + String.join(" AND ", conditions) + " ORDER BY q.id LIMIT ?";
        return read(pool, QUESTIONS + where, values.addInteger(most));
    }

    /** The ids of a category and of all within it; a dot comes right before a slash. */
    private Uni<List<Integer>> within(String slug) {
        return pool.preparedQuery("SELECT id FROM category WHERE slug = ? OR slug > ? AND slug < ?")
                .execute(Tuple.of(slug, slug + '.', slug + '/'))
                .map(rows -> rows.stream().map(row -> row.getInteger(0)).toList());
    }

    /** Those that matches may ask, about that medium. */
    Uni<List<UUID>> approvedAbout(UUID medium) {
        return pool.preparedQuery("SELECT id FROM question WHERE media_ref = ? AND status = 'approved'")
                .execute(Values.of(medium.toString()))
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** The question, or null. */
    Uni<StoredQuestion> find(UUID id) {
        return find(pool, id);
    }

    /** The same, as the transaction sees it. */
    Uni<StoredQuestion> find(Transaction transaction, UUID id) {
        return find(transaction.connection(), id);
    }

    private static Uni<StoredQuestion> find(SqlClient client, UUID id) {
        return read(client, QUESTIONS + " WHERE q.id = ?", Values.of(id))
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    private static Uni<List<StoredQuestion>> read(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(List.of())
                        : categories(client, rows)
                                .chain(tree -> tags(client, rows).map(tags -> questions(rows, tree, tags))));
    }

    private static List<StoredQuestion> questions(RowSet<Row> rows, CategoryTree tree, Map<UUID, List<String>> tags) {
        List<StoredQuestion> questions = new ArrayList<>();
        rows.forEach(row -> {
            UUID id = UuidV7.fromBuffer(row.getBuffer(0));
            questions.add(new StoredQuestion(
                    id,
                    QuestionStatus.of(row.getString(1)).orElseThrow(),
                    question(row, tree, tags.getOrDefault(id, List.of())),
                    row.getLong(16) == null ? null : new PlayRecord(row.getLong(16), row.getLong(17)),
                    row.getInteger(18)));
        });
        return questions;
    }

    /** Those of the questions and all wider ones; of all that there are, that may be few. */
    private static Uni<CategoryTree> categories(SqlClient client, RowSet<Row> questions) {
        Set<String> slugs = new TreeSet<>();
        questions.forEach(row -> slugs.addAll(CategoryTree.path(row.getString(13))));
        // hexadecimal digits only, so the plain text protocol will do, which saves preparing
        String values = slugs.stream()
                .map(slug -> "_utf8mb4 x'" + HexFormat.of().formatHex(slug.getBytes(StandardCharsets.UTF_8)) + "'")
                .collect(Collectors.joining(","));
        return client.query("SELECT slug, name FROM category WHERE slug IN (" + values + ")")
                .execute()
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getString(0), row.getString(1)));
                    return new CategoryTree(names);
                });
    }

    private static Uni<Map<UUID, List<String>>> tags(SqlClient client, RowSet<Row> questions) {
        List<String> ids = new ArrayList<>();
        questions.forEach(row ->
                ids.add("x'" + UuidV7.fromBuffer(row.getBuffer(0)).toString().replace("-", "") + "'"));
        // hexadecimal digits only, so the plain text protocol will do, which saves preparing
        return client.query("SELECT question_id, tag FROM question_tag WHERE question_id IN (" + String.join(",", ids)
                        + ")")
                .execute()
                .map(rows -> {
                    Map<UUID, List<String>> tags = new HashMap<>();
                    rows.forEach(
                            row -> tags.computeIfAbsent(UuidV7.fromBuffer(row.getBuffer(0)), id -> new ArrayList<>())
                                    .add(row.getString(1)));
                    return tags;
                });
    }

    private static NewQuestion question(Row row, CategoryTree tree, List<String> tags) {
        QuestionKind kind = QuestionKind.of(row.getString(2)).orElseThrow();
        return new NewQuestion(
                new StoredBody(kind, row.getString(4), row.getString(5)).body(),
                row.getString(3),
                row.getString(6),
                media(row),
                tree.tag(row.getString(13)),
                tags,
                Difficulty.of(row.getString(14)).orElseThrow(),
                row.getString(15),
                row.getInteger(9),
                new Provenance(row.getString(10), row.getString(11), row.getString(12)));
    }

    private static MediaRef media(Row row) {
        if (row.getString(7) == null) {
            return null;
        }
        return new MediaRef(
                MediaRef.Kind.of(row.getString(7)).orElseThrow(),
                row.getString(8),
                row.getBuffer(19) == null
                        ? null
                        : HexFormat.of().formatHex(row.getBuffer(19).getBytes()),
                new MediaCaption(row.getString(20), row.getString(21), row.getString(22)));
    }
}
