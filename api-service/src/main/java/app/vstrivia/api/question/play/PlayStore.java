package app.vstrivia.api.question.play;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.List;

/** The queries that count. */
final class PlayStore {
    /**
     * The moment of an end is taken before its commit: a match that ended earlier may become visible later, but not by so
     * much, since no transaction lives that long.
     */
    private static final int SETTLED_S = 300;

    private PlayStore() {}

    /** The match that was counted last; nobody else counts until the transaction ends. */
    static Uni<Mark> hold(Transaction transaction) {
        return transaction
                .connection()
                .query("SELECT finished_at, match_id FROM question_play_mark WHERE id = 1 FOR UPDATE")
                .execute()
                .map(rows -> mark(rows.iterator().next()));
    }

    /** The matches that come next, the one that ended first at first. */
    static Uni<List<Mark>> next(Transaction transaction, Mark done, int most) {
        return transaction
                .connection()
                .preparedQuery("SELECT finished_at, id FROM live_match WHERE phase = 'finished'"
                        + " AND finished_at < NOW(6) - INTERVAL ? SECOND AND finished_at >= ?"
                        + " AND (finished_at > ? OR id > ?) ORDER BY finished_at, id LIMIT ?")
                .execute(Values.of(SETTLED_S, done.finishedAt(), done.finishedAt(), done.match(), most))
                .map(rows -> rows.stream().map(PlayStore::mark).toList());
    }

    /**
     * Adds the answers of these matches, of which there is one at least, to what is known of their questions; of polls nothing is. Nor of
     * quizzes: the same class plays one again and again, and its author chooses for whom a question is.
     */
    static Uni<Void> count(Transaction transaction, List<Mark> matches) {
        Tuple ids = Tuple.tuple();
        matches.forEach(match -> Values.add(ids, match.match()));
        return transaction
                .connection()
                .preparedQuery("INSERT INTO question_play (question_id, answers, correct)"
                        + " SELECT q.id, COUNT(*), SUM(a.correct) FROM match_round r"
                        + " JOIN live_match m ON m.id = r.match_id AND m.quiz_id IS NULL"
                        + " JOIN question q ON q.id = r.question_id"
                        + " JOIN answer a ON a.match_id = r.match_id AND a.round_no = r.round_no"
                        + " JOIN match_player p ON p.match_id = a.match_id AND p.player_id = a.player_id"
                        + " WHERE r.match_id IN (" + Values.marks(matches.size()) + ")"
                        + " AND r.type <> 'poll' AND a.correct IS NOT NULL AND p.bot = 0 GROUP BY q.id"
                        + " ON DUPLICATE KEY UPDATE answers = question_play.answers + VALUES(answers),"
                        + " correct = question_play.correct + VALUES(correct)")
                .execute(ids)
                .replaceWithVoid();
    }

    static Uni<Void> advance(Transaction transaction, Mark done) {
        return transaction
                .connection()
                .preparedQuery("UPDATE question_play_mark SET finished_at = ?, match_id = ? WHERE id = 1")
                .execute(Values.of(done.finishedAt(), done.match()))
                .replaceWithVoid();
    }

    private static Mark mark(Row row) {
        return new Mark(row.getLocalDateTime(0), MatchId.of(row.getBuffer(1)));
    }

    /** A match that is over, and since when. */
    record Mark(LocalDateTime finishedAt, MatchId match) {}
}
