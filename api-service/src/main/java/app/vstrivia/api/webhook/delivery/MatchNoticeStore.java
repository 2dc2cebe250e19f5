package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDateTime;
import java.util.List;

/** The queries on matches that are over. */
final class MatchNoticeStore {
    /**
     * The moment of an end is taken before its commit: a match that ended earlier may become visible later, but not by so
     * much, since no transaction lives that long.
     */
    private static final int SETTLED_S = 300;

    private MatchNoticeStore() {}

    /** The match that was told last; nobody else tells until the transaction ends. */
    static Uni<Mark> hold(Transaction transaction) {
        return transaction
                .connection()
                .query("SELECT finished_at, match_id FROM webhook_match_mark WHERE id = 1 FOR UPDATE")
                .execute()
                .map(rows -> mark(rows.iterator().next()));
    }

    /** The matches that come next, the one that ended first at first. */
    static Uni<List<Ended>> next(Transaction transaction, Mark done, int most) {
        return transaction
                .connection()
                .preparedQuery("SELECT finished_at, id, kind, end_reason, (SELECT COUNT(*) FROM match_player p"
                        + " WHERE p.match_id = m.id AND p.bot = 0) AS players FROM live_match m"
                        + " WHERE phase = 'finished' AND finished_at < NOW(6) - INTERVAL ? SECOND AND finished_at >= ?"
                        + " AND (finished_at > ? OR id > ?) ORDER BY finished_at, id LIMIT ?")
                .execute(Values.of(SETTLED_S, done.finishedAt(), done.finishedAt(), done.match(), most))
                .map(rows -> rows.stream()
                        .map(row -> new Ended(
                                mark(row), row.getString("kind"), row.getString("end_reason"), row.getLong("players")))
                        .toList());
    }

    static Uni<Void> advance(Transaction transaction, Mark done) {
        return transaction
                .connection()
                .preparedQuery("UPDATE webhook_match_mark SET finished_at = ?, match_id = ? WHERE id = 1")
                .execute(Values.of(done.finishedAt(), done.match()))
                .replaceWithVoid();
    }

    private static Mark mark(Row row) {
        return new Mark(row.getLocalDateTime(0), MatchId.of(row.getBuffer(1)));
    }

    /** A match that is over, and since when. */
    record Mark(LocalDateTime finishedAt, MatchId match) {}

    /**
     * And what is told of it.
     *
     * @param players people, who need not have stayed
     */
    record Ended(Mark mark, String kind, String reason, long players) {}
}
