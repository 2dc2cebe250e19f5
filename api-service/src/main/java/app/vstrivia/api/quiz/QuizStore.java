package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.match.Scoring;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queries that read quizzes. Each is one statement, and so sees one revision of what it reads. */
@ApplicationScoped
class QuizStore {
    /** What a member finds: of what is in the trash only the owner any. */
    private static final String OF_MEMBER = " FROM quiz z JOIN quiz_member m ON m.quiz_id = z.id AND m.player_id = ?"
            + " AND (z.trashed_at IS NULL OR m.access = 'owner')";

    private static final String WHOLE = "SELECT z.id AS quiz_id, z.revision, z.title, z.description, z.language,"
            + " z.cover_id, z.scoring, z.seconds_per_question, z.shuffle_questions, z.shuffle_choices, z.created_at,"
            + " z.updated_at, z.trashed_at, m.access, " + ItemStore.COLUMNS + OF_MEMBER + ItemStore.JOINED
            + " WHERE z.id = ? ORDER BY i.item_no";

    private static final String SUMMARIES = "SELECT z.id, m.access, z.title, z.language, z.cover_id,"
            + " (SELECT COUNT(*) FROM quiz_item i WHERE i.quiz_id = z.id) AS items, z.created_at, z.updated_at,"
            + " z.trashed_at" + OF_MEMBER + " WHERE z.trashed_at IS %s NULL AND m.quiz_id < ?"
            + " ORDER BY m.quiz_id DESC LIMIT ?";

    /** After all that there will be. */
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Pool pool;

    QuizStore(Pool pool) {
        this.pool = pool;
    }

    /** The quiz with all its items, or null if the player does not find it. */
    Uni<Quiz> find(UUID quiz, PlayerId player) {
        return find(pool, quiz, player);
    }

    Uni<Quiz> find(Transaction transaction, UUID quiz, PlayerId player) {
        return find(transaction.connection(), quiz, player);
    }

    private static Uni<Quiz> find(SqlClient client, UUID quiz, PlayerId player) {
        return client.preparedQuery(WHOLE)
                .execute(Values.of(player, quiz))
                .map(rows -> rows.size() == 0 ? null : quiz(rows));
    }

    /** The player's quizzes in or out of the trash, the newest first, from behind {@code after} on, which is null for all. */
    Uni<List<QuizSummary>> list(PlayerId player, boolean trashed, UUID after, int most) {
        return pool.preparedQuery(SUMMARIES.formatted(trashed ? "NOT" : ""))
                .execute(Values.of(player, after == null ? NEWEST : after, most))
                .map(rows -> rows.stream().map(QuizStore::summary).toList());
    }

    private static Quiz quiz(RowSet<Row> rows) {
        List<QuizItem> items = new ArrayList<>();
        rows.forEach(row -> {
            if (row.getBuffer("item_id") != null) {
                items.add(ItemStore.item(row));
            }
        });
        Row row = rows.iterator().next();
        QuizSettings settings = new QuizSettings(
                Scoring.of(row.getString("scoring")),
                row.getInteger("seconds_per_question"),
                row.getInteger("shuffle_questions") != 0,
                row.getInteger("shuffle_choices") != 0);
        QuizContent content = new QuizContent(
                UuidV7.fromBuffer(row.getBuffer("quiz_id")),
                row.getInteger("revision"),
                row.getString("title"),
                row.getString("description"),
                row.getString("language"),
                UuidV7.fromBuffer(row.getBuffer("cover_id")),
                settings,
                items);
        return new Quiz(
                content,
                QuizAccess.of(row.getString("access")),
                moment(row, "created_at"),
                moment(row, "updated_at"),
                moment(row, "trashed_at"));
    }

    private static QuizSummary summary(Row row) {
        return new QuizSummary(
                UuidV7.fromBuffer(row.getBuffer("id")),
                QuizAccess.of(row.getString("access")),
                row.getString("title"),
                row.getString("language"),
                UuidV7.fromBuffer(row.getBuffer("cover_id")),
                row.getInteger("items"),
                moment(row, "created_at"),
                moment(row, "updated_at"),
                moment(row, "trashed_at"));
    }

    private static Instant moment(Row row, String column) {
        LocalDateTime moment = row.getLocalDateTime(column);
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
}
