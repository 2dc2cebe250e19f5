package app.vstrivia.api.moderation;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every query on {@code review}. */
@ApplicationScoped
class ReviewStore {
    private static final String LABELS = ", ";
    private static final int LONGEST_LABELS = 500;

    /** What others have seen already is not pending, of which the version before knows pictures and videos alone. */
    private static final String REPORTED = "reported";

    private static final String PENDING = ReviewStatus.PENDING.wire();

    private final Pool pool;

    ReviewStore(Pool pool) {
        this.pool = pool;
    }

    /** In place of what was found before. */
    Uni<Void> put(Transaction transaction, String kind, UUID thing, Opinion opinion) {
        String labels = String.join(LABELS, opinion.labels());
        return transaction
                .connection()
                .preparedQuery("INSERT INTO review (id, kind, status, labels, opened_at, decided_at)"
                        + " VALUES (?, ?, ?, ?, NOW(6), IF(? = 'pending', NULL, NOW(6))) ON DUPLICATE KEY UPDATE"
                        + " status = VALUES(status), labels = VALUES(labels), reason = NULL,"
                        + " decided_at = VALUES(decided_at)")
                .execute(Values.of(
                        thing,
                        kind,
                        opinion.status().wire(),
                        labels.substring(0, Math.min(LONGEST_LABELS, labels.length())),
                        opinion.status().wire()))
                .replaceWithVoid();
    }

    /** In place of what was reported before. */
    Uni<Void> report(Transaction transaction, String kind, UUID thing, List<String> labels) {
        return transaction
                .connection()
                .preparedQuery("INSERT INTO review (id, kind, status, labels, opened_at) VALUES (?, ?, ?, ?, NOW(6))"
                        + " ON DUPLICATE KEY UPDATE labels = VALUES(labels)")
                .execute(Values.of(thing, kind, REPORTED, String.join(LABELS, labels)))
                .replaceWithVoid();
    }

    Uni<Void> remove(Transaction transaction, UUID thing) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM review WHERE id = ?")
                .execute(Values.of(thing))
                .replaceWithVoid();
    }

    /** The kind of a thing that has a review; nothing is locked. */
    Uni<Optional<String>> kind(Transaction transaction, UUID thing) {
        return transaction
                .connection()
                .preparedQuery("SELECT kind FROM review WHERE id = ?")
                .execute(Values.of(thing))
                .map(rows -> rows.stream().findFirst().map(row -> row.getString(0)));
    }

    /** What was reported is in the queue no more. */
    Uni<Void> decide(Transaction transaction, UUID thing, Decision decision, String reason) {
        return transaction
                .connection()
                .preparedQuery("DELETE FROM review WHERE id = ? AND status = ?")
                .execute(Values.of(thing, REPORTED))
                .chain(() -> transaction
                        .connection()
                        .preparedQuery("UPDATE review SET status = ?, reason = ?, decided_at = NOW(6) WHERE id = ?")
                        .execute(Values.of(decision.wire(), reason, thing)))
                .replaceWithVoid();
    }

    Uni<List<UUID>> refused(Set<String> kinds, Duration age, int most) {
        Tuple values = Tuple.tuple();
        kinds.forEach(kind -> Values.add(values, kind));
        Values.add(Values.add(values, age.toSeconds()), most);
        return pool.preparedQuery("SELECT id FROM review WHERE status = 'refused' AND kind IN ("
                        + Values.marks(kinds.size()) + ") AND decided_at < NOW(6) - INTERVAL ? SECOND LIMIT ?")
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    /** The oldest first, one more than {@code limit} if there are so many. {@code after} is null for the beginning. */
    Uni<List<Review>> list(String status, UUID after, int limit) {
        Tuple values = Values.of(status, status.equals(PENDING) ? REPORTED : status);
        if (after != null) {
            Values.add(values, after);
        }
        return pool.preparedQuery("SELECT id, kind, status, labels, reason, opened_at, decided_at FROM review"
                        + " WHERE status IN (?, ?)" + (after == null ? "" : " AND id > ?") + " ORDER BY id LIMIT "
                        + (limit + 1))
                .execute(values)
                .map(rows -> rows.stream().map(ReviewStore::review).toList());
    }

    private static Review review(Row row) {
        String labels = row.getString(3);
        String status = row.getString(2);
        return new Review(
                UuidV7.fromBuffer(row.getBuffer(0)),
                row.getString(1),
                status.equals(REPORTED) ? PENDING : status,
                labels.isEmpty() ? List.of() : List.of(labels.split(LABELS)),
                row.getString(4),
                instant(row.getLocalDateTime(5)),
                instant(row.getLocalDateTime(6)));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }
}
