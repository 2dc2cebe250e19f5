package app.vstrivia.api.quiz.member;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.quiz.QuizAccess;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The queries on {@code quiz_member}, but for whether somebody is one, which quizzes ask as they are read. */
@ApplicationScoped
class MemberStore {
    private final Pool pool;

    MemberStore(Pool pool) {
        this.pool = pool;
    }

    /** What each may do, the owner first, and then by how long they are members. */
    Uni<Map<PlayerId, QuizAccess>> members(UUID quiz) {
        return pool.preparedQuery("SELECT player_id, access FROM quiz_member WHERE quiz_id = ?"
                        + " ORDER BY access = 'owner' DESC, added_at, player_id")
                .execute(Values.of(quiz))
                .map(MemberStore::members);
    }

    Uni<Map<PlayerId, QuizAccess>> members(Transaction transaction, UUID quiz) {
        return execute(transaction, "SELECT player_id, access FROM quiz_member WHERE quiz_id = ?", quiz)
                .map(MemberStore::members);
    }

    /** Of how many quizzes of others somebody is a member. */
    Uni<Integer> shared(Transaction transaction, PlayerId player) {
        return execute(
                        transaction,
                        "SELECT COUNT(*) FROM quiz_member WHERE player_id = ? AND access <> 'owner'",
                        player)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Void> put(Transaction transaction, UUID quiz, PlayerId player, QuizAccess access) {
        return execute(
                        transaction,
                        "INSERT INTO quiz_member (quiz_id, player_id, access, added_at) VALUES (?, ?, ?, NOW(6))"
                                + " ON DUPLICATE KEY UPDATE access = VALUES(access)",
                        quiz,
                        player,
                        access.wire())
                .replaceWithVoid();
    }

    /** But the owner stays: a merge may have made one of who was none a moment ago. */
    Uni<Void> remove(Transaction transaction, UUID quiz, PlayerId player) {
        return execute(
                        transaction,
                        "DELETE FROM quiz_member WHERE quiz_id = ? AND player_id = ? AND access <> 'owner'",
                        quiz,
                        player)
                .replaceWithVoid();
    }

    private static Map<PlayerId, QuizAccess> members(RowSet<Row> rows) {
        Map<PlayerId, QuizAccess> members = new LinkedHashMap<>();
        rows.forEach(row -> members.put(PlayerId.of(row.getBuffer(0)), QuizAccess.of(row.getString(1))));
        return members;
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
