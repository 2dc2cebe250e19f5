package app.vstrivia.api.privacy.retention;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.sql.Values;
import app.vstrivia.model.stream.StreamId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The statements that delete what is old. They find it by an index, and in an order that others lock in as well. */
@ApplicationScoped
class RetentionStore {
    private static final String FINISHED =
            "SELECT finished_at, id FROM live_match WHERE phase = 'finished' AND finished_at < NOW(6) - INTERVAL ? SECOND";
    private static final String ORDER = " ORDER BY finished_at, id LIMIT ?";

    private final Pool pool;

    RetentionStore(Pool pool) {
        this.pool = pool;
    }

    /** Deletes a batch; tells how many rows that were. */
    Uni<Integer> delete(Transaction transaction, Retention.ByAge rule) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM " + rule.from() + " WHERE " + rule.column()
                        + " < NOW(6) - INTERVAL ? SECOND ORDER BY " + rule.column() + " LIMIT " + Retention.BATCH)
                .execute(Values.of(rule.age().toSeconds()))
                .map(rows -> rows.rowCount());
    }

    /** The same of what belongs to a match. */
    Uni<Integer> delete(Transaction transaction, Retention.Part part, MatchId match) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM " + part.table() + " WHERE " + part.key() + " = ? LIMIT " + Retention.BATCH)
                .execute(Values.of(part.isOfStream() ? StreamId.of(match).toString() : match))
                .map(rows -> rows.rowCount());
    }

    /** The matches that come next for a rule, the one that ended first at first. */
    Uni<List<Mark>> next(Retention.OfMatches rule, Optional<Mark> done, int most) {
        long age = rule.age().toSeconds();
        Tuple values = done.map(mark -> Values.of(age, mark.finishedAt(), mark.finishedAt(), mark.match(), most))
                .orElseGet(() -> Values.of(age, most));
        String after = done.isPresent() ? " AND finished_at >= ? AND (finished_at > ? OR id > ?)" : "";
        return pool.preparedQuery(FINISHED + after + ORDER)
                .execute(values)
                .map(rows -> rows.stream().map(RetentionStore::mark).toList());
    }

    /** How far a rule has come. */
    Uni<Optional<Mark>> mark(Retention.OfMatches rule) {
        return pool.preparedQuery("SELECT finished_at, match_id FROM retention_mark WHERE rule = ?")
                .execute(Values.of(rule.rule()))
                .map(rows -> rows.stream().findFirst().map(RetentionStore::mark));
    }

    Uni<Void> advance(Retention.OfMatches rule, Mark done) {
        return pool.preparedQuery("INSERT INTO retention_mark (rule, finished_at, match_id) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE finished_at = VALUES(finished_at), match_id = VALUES(match_id)")
                .execute(Values.of(rule.rule(), done.finishedAt(), done.match()))
                .replaceWithVoid();
    }

    private static Mark mark(Row row) {
        return new Mark(row.getLocalDateTime(0), MatchId.of(row.getBuffer(1)));
    }

    /** A match that is over, and since when. */
    record Mark(LocalDateTime finishedAt, MatchId match) {}
}
