package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements that change quizzes; whoever runs one holds the quiz. */
final class DraftStore {
    private DraftStore() {}

    /** Holds the quiz to the end of the transaction, if there is one. */
    static Uni<Void> lock(Transaction transaction, UUID quiz) {
        return execute(transaction, "SELECT id FROM quiz WHERE id = ? FOR UPDATE", quiz)
                .replaceWithVoid();
    }

    /** The same; whether there is one, out of the trash. */
    static Uni<Boolean> lockKept(Transaction transaction, UUID quiz) {
        return execute(transaction, "SELECT trashed_at FROM quiz WHERE id = ? FOR UPDATE", quiz)
                .map(rows -> rows.stream().anyMatch(row -> row.getValue(0) == null));
    }

    /** Whose it is. */
    static Uni<Optional<PlayerId>> owner(Transaction transaction, UUID quiz) {
        return execute(transaction, "SELECT player_id FROM quiz_member WHERE quiz_id = ? AND access = 'owner'", quiz)
                .map(rows -> rows.stream().findFirst().map(row -> PlayerId.of(row.getBuffer(0))));
    }

    /** How many the player owns, in the trash or not. */
    static Uni<Integer> owned(Transaction transaction, PlayerId player) {
        return execute(transaction, "SELECT COUNT(*) FROM quiz_member WHERE player_id = ? AND access = 'owner'", player)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    static Uni<Void> add(Transaction transaction, UUID quiz, PlayerId owner, QuizDraft draft) {
        QuizSettings settings = draft.settings();
        return execute(
                        transaction,
                        "INSERT INTO quiz (id, revision, title, description, language, cover_id, scoring,"
                                + " seconds_per_question, shuffle_questions, shuffle_choices, created_at, updated_at)"
                                + " VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, NOW(6), NOW(6))",
                        quiz,
                        draft.title(),
                        draft.description(),
                        draft.language(),
                        draft.cover(),
                        settings.scoring().wire(),
                        settings.secondsPerQuestion(),
                        flag(settings.shuffleQuestions()),
                        flag(settings.shuffleChoices()))
                .chain(() -> execute(
                        transaction,
                        "INSERT INTO quiz_member (quiz_id, player_id, access, added_at) VALUES (?, ?, 'owner', NOW(6))",
                        quiz,
                        owner))
                .chain(() -> ItemStore.add(transaction, quiz, draft.items()));
    }

    static Uni<Void> save(Transaction transaction, UUID quiz, QuizDraft draft) {
        QuizSettings settings = draft.settings();
        return execute(
                        transaction,
                        "UPDATE quiz SET revision = revision + 1, title = ?, description = ?, language = ?, cover_id = ?,"
                                + " scoring = ?, seconds_per_question = ?, shuffle_questions = ?, shuffle_choices = ?,"
                                + " updated_at = NOW(6) WHERE id = ?",
                        draft.title(),
                        draft.description(),
                        draft.language(),
                        draft.cover(),
                        settings.scoring().wire(),
                        settings.secondsPerQuestion(),
                        flag(settings.shuffleQuestions()),
                        flag(settings.shuffleChoices()),
                        quiz)
                .chain(() -> ItemStore.replace(transaction, quiz, draft.items()));
    }

    /** Being thrown away twice does not move the day on which it goes. */
    static Uni<Void> trash(Transaction transaction, UUID quiz) {
        return execute(transaction, "UPDATE quiz SET trashed_at = COALESCE(trashed_at, NOW(6)) WHERE id = ?", quiz)
                .replaceWithVoid();
    }

    static Uni<Void> restore(Transaction transaction, UUID quiz) {
        return execute(transaction, "UPDATE quiz SET trashed_at = NULL WHERE id = ?", quiz)
                .replaceWithVoid();
    }

    /** Deletes what is in the trash of the player. It is found first, so that a quiz is locked before its members. */
    static Uni<Void> emptyTrash(Transaction transaction, PlayerId player) {
        return execute(
                        transaction,
                        "SELECT z.id FROM quiz_member m JOIN quiz z ON z.id = m.quiz_id WHERE m.player_id = ?"
                                + " AND m.access = 'owner' AND z.trashed_at IS NOT NULL ORDER BY z.id",
                        player)
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList())
                .chain(quizzes -> delete(transaction, quizzes));
    }

    private static Uni<Void> delete(Transaction transaction, List<UUID> quizzes) {
        return quizzes.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(
                                transaction,
                                "DELETE FROM quiz WHERE id IN (" + Values.marks(quizzes.size())
                                        + ") AND trashed_at IS NOT NULL",
                                quizzes.toArray())
                        .replaceWithVoid();
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
