package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries on {@code quiz_item}; the quiz is held where they change something. */
final class ItemStore {
    /** An item {@code i} with what it asks: its own question, or {@code q} of the bank, of which it has no column. */
    static final String COLUMNS = "i.id AS item_id, i.question_id, q.version, q.status,"
            + " COALESCE(q.type, i.type) AS type, COALESCE(q.text, i.text) AS text,"
            + " COALESCE(q.choices, i.choices) AS choices, COALESCE(q.body, i.body) AS body,"
            + " COALESCE(q.explanation, i.explanation) AS explanation, COALESCE(q.media_kind, i.media_kind) AS media_kind,"
            + " COALESCE(q.media_ref, i.media_ref) AS media_ref, COALESCE(q.time_limit, i.time_limit) AS time_limit,"
            + " COALESCE(q.source, i.source) AS source, COALESCE(q.licence, i.licence) AS licence,"
            + " COALESCE(q.attribution, i.attribution) AS attribution,"
            + " COALESCE(q.media_alternative, i.media_alternative) AS media_alternative,"
            + " COALESCE(q.media_licence, i.media_licence) AS media_licence,"
            + " COALESCE(q.media_attribution, i.media_attribution) AS media_attribution";

    static final String JOINED =
            " LEFT JOIN quiz_item i ON i.quiz_id = z.id LEFT JOIN question q ON q.id = i.question_id";

    private static final String INSERT =
            "INSERT INTO quiz_item (quiz_id, item_no, id, question_id, type, text, choices,"
                    + " body, explanation, media_kind, media_ref, time_limit, source, licence, attribution,"
                    + " media_alternative, media_licence, media_attribution) VALUES ";

    private static final String ROW = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    /** Rows of one INSERT: its text stays below the 2,048 characters up to which the driver keeps it prepared. */
    private static final int ROWS = 40;

    private ItemStore() {}

    /** Those of {@code questions} that the bank has. */
    static Uni<Set<UUID>> known(Transaction transaction, Collection<UUID> questions) {
        if (questions.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction
                .connection()
                .preparedQuery("SELECT id FROM question WHERE id IN (" + Values.marks(questions.size()) + ")")
                .execute(Values.of(questions.toArray()))
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .collect(Collectors.toSet()));
    }

    /** These, in this order, in place of what the quiz has. */
    static Uni<Void> replace(Transaction transaction, UUID quiz, List<DraftItem> items) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM quiz_item WHERE quiz_id = ?")
                .execute(Values.of(quiz))
                .chain(() -> add(transaction, quiz, items));
    }

    static Uni<Void> add(Transaction transaction, UUID quiz, List<DraftItem> items) {
        List<Tuple> batches = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (i % ROWS == 0) {
                batches.add(Tuple.tuple());
            }
            Tuple values = batches.get(batches.size() - 1);
            columns(quiz, i, items.get(i)).forEach(value -> Values.add(values, value));
        }
        int columns = (int) ROW.chars().filter(sign -> sign == '?').count();
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(values -> transaction
                        .connection()
                        .preparedQuery(INSERT + Values.rows(ROW, values.size() / columns))
                        .execute(values))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Object> columns(UUID quiz, int place, DraftItem item) {
        List<Object> columns = new ArrayList<>(List.of(quiz, place, item.id()));
        if (item instanceof DraftItem.Quoted quoted) {
            columns.add(quoted.question());
            for (int i = 0; i < 14; i++) {
                columns.add(null);
            }
            return columns;
        }
        QuizQuestion question = ((DraftItem.Own) item).question();
        StoredBody body = StoredBody.of(question.body());
        MediaRef media = question.media();
        columns.add(null);
        columns.add(body.kind().wire());
        columns.add(question.text());
        columns.add(body.choices());
        columns.add(body.rest());
        columns.add(question.explanation());
        columns.add(media == null ? null : media.kind().wire());
        columns.add(media == null ? null : media.reference());
        columns.add(question.timeLimit());
        columns.add(question.provenance().source());
        columns.add(question.provenance().licence());
        columns.add(question.provenance().attribution());
        columns.add(media == null ? null : media.caption().alternative());
        columns.add(media == null ? null : media.caption().licence());
        columns.add(media == null ? null : media.caption().attribution());
        return columns;
    }

    /** Of a row with {@link #COLUMNS}. */
    static QuizItem item(Row row) {
        UUID id = UuidV7.fromBuffer(row.getBuffer("item_id"));
        UUID quoted = UuidV7.fromBuffer(row.getBuffer("question_id"));
        String media = row.getString("media_kind");
        QuestionKind kind = QuestionKind.of(row.getString("type")).orElseThrow();
        QuizQuestion question = new QuizQuestion(
                new StoredBody(kind, row.getString("choices"), row.getString("body")).body(),
                row.getString("text"),
                row.getString("explanation"),
                media == null ? null : media(row),
                row.getInteger("time_limit"),
                new Provenance(row.getString("source"), row.getString("licence"), row.getString("attribution")));
        return quoted == null
                ? new QuizItem.Own(id, question)
                : new QuizItem.Quoted(
                        id,
                        quoted,
                        row.getInteger("version"),
                        QuestionStatus.of(row.getString("status")).orElseThrow(),
                        question);
    }

    private static MediaRef media(Row row) {
        return new MediaRef(
                MediaRef.Kind.of(row.getString("media_kind")).orElseThrow(),
                row.getString("media_ref"),
                null,
                new MediaCaption(
                        row.getString("media_alternative"),
                        row.getString("media_licence"),
                        row.getString("media_attribution")));
    }
}
