package app.vstrivia.api.media;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query on {@code medium}; those on its files are {@link MediumFileStore}'s. */
@ApplicationScoped
class MediaStore {
    private static final String SELECT =
            "SELECT id, owner_id, kind, status, refusal, review, type, bytes, width, height,"
                    + " placeholder, color, created_at FROM medium WHERE ";

    private static final String HELD_BY_NOBODY =
            "NOT EXISTS (SELECT 1 FROM medium_use u WHERE u.medium_id = medium.id)";

    /** No medium has it: what is nobody's is of another one. */
    private static final PlayerId NO_OWNER = new PlayerId(new UUID(-1, -1));

    private final Pool pool;

    MediaStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Medium>> get(UUID id) {
        return pool.preparedQuery(SELECT + "id = ?").execute(Values.of(id)).map(MediaStore::first);
    }

    /** Those that there are; {@code ids} is not empty. */
    Uni<List<Medium>> get(List<UUID> ids) {
        return pool.preparedQuery(SELECT + "id IN (" + Values.marks(ids.size()) + ")")
                .execute(Values.of(ids.toArray()))
                .map(MediaStore::media);
    }

    /** It is locked. */
    Uni<Optional<Medium>> lock(Transaction transaction, UUID id) {
        return transaction
                .connection()
                .preparedQuery(SELECT + "id = ? FOR UPDATE")
                .execute(Values.of(id))
                .map(MediaStore::first);
    }

    Uni<Optional<Medium>> withContent(Transaction transaction, PlayerId owner, byte[] sha256) {
        return transaction
                .connection()
                .preparedQuery(SELECT + "owner_id = ? AND sha256 = ?")
                .execute(Values.of(owner, Buffer.buffer(sha256)))
                .map(MediaStore::first);
    }

    /** The newest first, one more than {@code limit} if there are so many. {@code before} is null for the beginning. */
    Uni<List<Medium>> list(PlayerId owner, UUID before, int limit) {
        Tuple values = Values.of(owner);
        if (before != null) {
            Values.add(values, before);
        }
        return pool.preparedQuery(SELECT + "owner_id = ?" + (before == null ? "" : " AND id < ?")
                        + " ORDER BY id DESC LIMIT " + (limit + 1))
                .execute(values)
                .map(MediaStore::media);
    }

    /** How much an owner has; a new one waits while the owner is locked. */
    Uni<Holdings> holdings(Transaction transaction, PlayerId owner) {
        return transaction
                .connection()
                .preparedQuery("SELECT COUNT(*), COALESCE(SUM(bytes), 0) FROM medium WHERE owner_id = ?")
                .execute(Values.of(owner))
                .map(rows -> rows.iterator().next())
                .map(row -> new Holdings(row.getLong(0), row.getLong(1)));
    }

    Uni<Void> add(Transaction transaction, UUID id, PlayerId owner, NewMedium medium) {
        return transaction
                .connection()
                .preparedQuery(
                        "INSERT INTO medium (id, owner_id, kind, status, review, type, sha256, bytes, created_at,"
                                + " changed_at) VALUES (?, ?, ?, 'awaiting', 'pending', ?, ?, ?, NOW(6), NOW(6))")
                .execute(Values.of(
                        id,
                        owner,
                        medium.kind().wire(),
                        medium.type(),
                        medium.sha256() == null ? null : Buffer.buffer(medium.sha256()),
                        medium.bytes()))
                .replaceWithVoid();
    }

    /** Whether it was in the status {@code from}. */
    Uni<Boolean> move(Transaction transaction, UUID id, MediumStatus from, MediumStatus to) {
        return changed(
                transaction,
                "UPDATE medium SET status = ?, changed_at = NOW(6) WHERE id = ? AND status = ?",
                Values.of(to.wire(), id, from.wire()));
    }

    /** Whether somebody was at work on it. */
    Uni<Boolean> ready(Transaction transaction, UUID id, Look look, String review) {
        return changed(
                transaction,
                "UPDATE medium SET status = 'ready', review = ?, width = ?, height = ?, placeholder = ?, color = ?,"
                        + " changed_at = NOW(6) WHERE id = ? AND status = 'processing'",
                Values.of(review, look.width(), look.height(), look.placeholder(), look.color(), id));
    }

    Uni<Boolean> refuse(Transaction transaction, UUID id, Unfitness reason) {
        return changed(
                transaction,
                "UPDATE medium SET status = 'refused', refusal = ?, changed_at = NOW(6) WHERE id = ?"
                        + " AND status = 'processing'",
                Values.of(reason.wire(), id));
    }

    Uni<Void> review(Transaction transaction, UUID id, String review) {
        return changed(transaction, "UPDATE medium SET review = ? WHERE id = ?", Values.of(review, id))
                .replaceWithVoid();
    }

    /** It is no player's from now on, and known by no content. */
    Uni<Void> disown(Transaction transaction, UUID id, PlayerId to) {
        return changed(
                        transaction,
                        "UPDATE medium SET owner_id = ?, sha256 = NULL, changed_at = NOW(6) WHERE id = ?",
                        Values.of(to, id))
                .replaceWithVoid();
    }

    /** Some time passes before it is looked at again. */
    Uni<Void> touch(Transaction transaction, UUID id) {
        return changed(transaction, "UPDATE medium SET changed_at = NOW(6) WHERE id = ?", Values.of(id))
                .replaceWithVoid();
    }

    Uni<Optional<OwnedMedium>> owned(PlayerId owner, UUID id, MediumKind kind) {
        return shown(id, "kind = ? AND owner_id = ? AND status <> 'refused'", Values.of(id, kind.wire(), owner));
    }

    /** @param who null for nobody, who has none of the own */
    Uni<Optional<OwnedMedium>> showable(PlayerId who, UUID id, MediumKind kind) {
        return shown(
                id,
                "kind = ? AND (owner_id = ? AND status <> 'refused' OR status = 'ready' AND review = 'approved' AND owner_id <> ?)",
                Values.of(id, kind.wire(), who == null ? NO_OWNER : who, Medium.RELEASED));
    }

    private Uni<Optional<OwnedMedium>> shown(UUID id, String where, Tuple values) {
        return pool.preparedQuery("SELECT sha256 FROM medium WHERE id = ? AND " + where)
                .execute(values)
                .map(rows -> rows.stream().findFirst().map(row -> {
                    Buffer sha256 = row.getBuffer(0);
                    return new OwnedMedium(id, sha256 == null ? null : sha256.getBytes());
                }));
    }

    /** Whether it was there. */
    Uni<Boolean> remove(Transaction transaction, UUID id) {
        return changed(transaction, "DELETE FROM medium WHERE id = ?", Values.of(id));
    }

    private static Uni<Boolean> changed(Transaction transaction, String sql, Tuple values) {
        return transaction.connection().preparedQuery(sql).execute(values).map(rows -> rows.rowCount() > 0);
    }

    /** Some of those that have been in that status for so long, and that nothing of ours holds. */
    Uni<List<UUID>> since(MediumStatus status, Duration age, int most) {
        return ids(
                "status = ? AND changed_at < NOW(6) - INTERVAL ? SECOND AND " + HELD_BY_NOBODY
                        + " ORDER BY changed_at LIMIT ?",
                Values.of(status.wire(), age.toSeconds(), most));
    }

    /** Some of an owner's that nothing of ours holds and that nobody touched for so long, from behind {@code after} on. */
    Uni<List<UUID>> idle(PlayerId owner, UUID after, Duration age, int most) {
        return ids(
                "owner_id = ? AND id > ? AND changed_at < NOW(6) - INTERVAL ? SECOND AND " + HELD_BY_NOBODY
                        + " ORDER BY id LIMIT ?",
                Values.of(owner, after, age.toSeconds(), most));
    }

    /** Some of an owner's. */
    Uni<List<UUID>> of(PlayerId owner, int most) {
        return ids("owner_id = ? LIMIT ?", Values.of(owner, most));
    }

    private Uni<List<UUID>> ids(String where, Tuple values) {
        return pool.preparedQuery("SELECT id FROM medium WHERE " + where)
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> UuidV7.fromBuffer(row.getBuffer(0)))
                        .toList());
    }

    private static Optional<Medium> first(RowSet<Row> rows) {
        return media(rows).stream().findFirst();
    }

    private static List<Medium> media(RowSet<Row> rows) {
        return rows.stream().map(MediaStore::medium).toList();
    }

    private static Medium medium(Row row) {
        String refusal = row.getString("refusal");
        return new Medium(
                UuidV7.fromBuffer(row.getBuffer("id")),
                PlayerId.of(row.getBuffer("owner_id")),
                MediumKind.of(row.getString("kind")),
                MediumStatus.of(row.getString("status")),
                refusal == null ? null : Unfitness.of(refusal),
                row.getString("review"),
                row.getString("type"),
                row.getLong("bytes"),
                new Look(
                        row.getInteger("width"),
                        row.getInteger("height"),
                        row.getString("placeholder"),
                        row.getString("color")),
                row.getLocalDateTime("created_at").toInstant(ZoneOffset.UTC));
    }

    /** How many, and how many bytes. */
    record Holdings(long count, long bytes) {}
}
