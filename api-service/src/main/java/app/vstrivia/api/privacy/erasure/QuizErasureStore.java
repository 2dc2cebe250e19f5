package app.vstrivia.api.privacy.erasure;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a player leaves quizzes. Work that is shared goes on: who edits it for the longest time owns it then. What nobody else
 * edits goes, and so does what is in the trash.
 */
@ApplicationScoped
class QuizErasureStore {
    private final Pool pool;

    QuizErasureStore(Pool pool) {
        this.pool = pool;
    }

    /** Some of the quizzes that the player is a member of. */
    Uni<List<UUID>> quizzes(PlayerId player, int most) {
        return pool.preparedQuery("SELECT quiz_id FROM quiz_member WHERE player_id = ? LIMIT ?")
                .execute(Values.of(player, most))
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** The player is no member afterwards. */
    Uni<Void> leave(Transaction transaction, UUID quiz, PlayerId player) {
        return execute(transaction, "SELECT id FROM quiz WHERE id = ? FOR UPDATE", quiz)
                .chain(() -> execute(
                        transaction,
                        "SELECT 1 FROM quiz_member WHERE quiz_id = ? AND player_id = ? AND access = 'owner'",
                        quiz,
                        player))
                .chain(owned -> execute(
                                transaction,
                                "DELETE FROM quiz_member WHERE quiz_id = ? AND player_id = ?",
                                quiz,
                                player)
                        .chain(() -> owned.size() == 0 ? Uni.createFrom().voidItem() : passOn(transaction, quiz)));
    }

    /** Who was found may be merged meanwhile: then there is no such member any more, and another is looked for. */
    private static Uni<Void> passOn(Transaction transaction, UUID quiz) {
        return execute(
                        transaction,
                        "SELECT m.player_id FROM quiz z JOIN quiz_member m ON m.quiz_id = z.id WHERE z.id = ?"
                                + " AND z.trashed_at IS NULL AND m.access = 'editor' ORDER BY m.added_at, m.player_id LIMIT 1",
                        quiz)
                .chain(rows -> heir(rows)
                        .map(heir -> execute(
                                        transaction,
                                        "UPDATE quiz_member SET access = 'owner' WHERE quiz_id = ? AND player_id = ?",
                                        quiz,
                                        heir)
                                .chain(passed -> passed.rowCount() == 0
                                        ? passOn(transaction, quiz)
                                        : Uni.createFrom().voidItem()))
                        .orElseGet(() -> execute(transaction, "DELETE FROM quiz WHERE id = ?", quiz)
                                .replaceWithVoid()));
    }

    private static Optional<PlayerId> heir(RowSet<Row> rows) {
        return rows.stream().findFirst().map(row -> PlayerId.of(row.getBuffer(0)));
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
