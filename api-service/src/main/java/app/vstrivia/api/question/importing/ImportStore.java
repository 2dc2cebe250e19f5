package app.vstrivia.api.question.importing;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionPool;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.StoredBody;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.likeness.LikenessService;
import app.vstrivia.model.id.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.mysqlclient.MySQLException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queries that add questions. */
@ApplicationScoped
class ImportStore {
    /** Duplicate key, deadlock, lock wait timeout, changed since read: another import was there first; look again. */
    private static final Set<Integer> COLLISIONS = Set.of(1062, 1213, 1205, 1020);

    private static final String INSERT =
            "INSERT INTO question (id, type, text, choices, body, explanation, bucket_id, ordinal,"
                    + " draw_slot, media_kind, media_ref, time_limit, source, licence, attribution, status, fingerprint,"
                    + " version, created_at) VALUES ";

    /** Rows of one INSERT: its text stays below the 2,048 characters up to which the driver keeps it prepared. */
    private static final int ROWS = 40;

    private static final int ATTEMPTS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pool pool;
    private final Transactions transactions;
    private final CategoryStore categories;
    private final LikenessService likeness;
    private final QuestionMediaStore media;

    ImportStore(
            Pool pool,
            Transactions transactions,
            CategoryStore categories,
            LikenessService likeness,
            QuestionMediaStore media) {
        this.pool = pool;
        this.transactions = transactions;
        this.categories = categories;
        this.likeness = likeness;
        this.media = media;
    }

    boolean isEmpty() {
        return pool.query("SELECT id FROM question LIMIT 1")
                .execute()
                .map(rows -> rows.size() == 0)
                .await()
                .atMost(PATIENCE);
    }

    /**
     * Adds those of {@code batch} that the bank does not have, in one transaction, and tells which they were.
     *
     * @param also what else belongs to the transaction; it may be tried again
     */
    Set<Fingerprint> add(Map<Fingerprint, ParsedItem.Fit> batch, QuestionStatus status, Also also) {
        Map<String, BucketKey> wanted = new TreeMap<>();
        batch.values().forEach(item -> {
            BucketKey key = BucketKey.of(item.question());
            wanted.putIfAbsent(key.text(), key);
        });
        return retried(buckets(wanted))
                .chain(buckets -> retried(transactions.run(transaction ->
                        add(transaction, batch, status, buckets).call(added -> also.with(transaction, added)))))
                .await()
                .atMost(PATIENCE);
    }

    /** Adds nothing, but does what else belongs to the step. */
    void addNone(Set<Fingerprint> unknown, Also also) {
        transactions.run(transaction -> also.with(transaction, unknown)).await().atMost(PATIENCE);
    }

    /** What belongs to the transaction that adds questions, and knows which those are. */
    @FunctionalInterface
    interface Also {
        Uni<Void> with(Transaction transaction, Set<Fingerprint> added);
    }

    /** Those that the bank does not have. */
    Set<Fingerprint> unknown(Set<Fingerprint> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<Fingerprint> unknown = new HashSet<>(asked);
        unknown.removeAll(pool.withConnection(connection -> known(connection, asked))
                .await()
                .atMost(PATIENCE));
        return unknown;
    }

    /** What the bank has that is much like one of these. */
    Map<Fingerprint, UUID> alike(Map<Fingerprint, ParsedItem.Fit> batch) {
        Map<Fingerprint, NewQuestion> questions = new HashMap<>();
        batch.forEach((fingerprint, item) -> questions.put(fingerprint, item.question()));
        return likeness.mostAlike(questions).await().atMost(PATIENCE);
    }

    private static <T> Uni<T> retried(Uni<T> work) {
        return work.onFailure(ImportStore::isCollision)
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(200))
                .withJitter(0.5)
                .atMost(ATTEMPTS);
    }

    private static boolean isCollision(Throwable failure) {
        return failure instanceof MySQLException refusal && COLLISIONS.contains(refusal.getErrorCode());
    }

    private Uni<Map<String, Integer>> buckets(Map<String, BucketKey> wanted) {
        Uni<Map<String, Integer>> ids = Uni.createFrom().item(new LinkedHashMap<>());
        for (Map.Entry<String, BucketKey> entry : wanted.entrySet()) {
            ids = ids.call(known -> bucket(entry.getValue()).invoke(id -> known.put(entry.getKey(), id)));
        }
        return ids;
    }

    /** The bucket's id; made first if there is none. */
    private Uni<Integer> bucket(BucketKey key) {
        CategoryTag category = key.category();
        Tuple slot = Tuple.of(key.language(), category.slug(), key.difficulty().wire());
        Uni<Integer> find = pool.preparedQuery(
                        "SELECT b.id FROM question_bucket b JOIN category c ON c.id = b.category_id"
                                + " WHERE b.language = ? AND c.slug = ? AND b.difficulty = ?")
                .execute(slot)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getInteger(0));
        Uni<Integer> make = categories
                .make(category)
                .chain(() -> pool.preparedQuery(
                                "INSERT IGNORE INTO question_bucket (language, category_id, difficulty, size)"
                                        + " SELECT ?, id, ?, 0 FROM category WHERE slug = ?")
                        .execute(Tuple.of(key.language(), key.difficulty().wire(), category.slug())))
                .chain(() -> find);
        return find.onItem().ifNull().switchTo(make);
    }

    private Uni<Set<Fingerprint>> add(
            Transaction transaction,
            Map<Fingerprint, ParsedItem.Fit> batch,
            QuestionStatus status,
            Map<String, Integer> buckets) {
        SqlConnection connection = transaction.connection();
        return PoolStore.locked(connection, buckets.values())
                .chain(sizes -> known(connection, batch.keySet()).chain(known -> {
                    Map<Fingerprint, ParsedItem.Fit> fresh = new LinkedHashMap<>(batch);
                    fresh.keySet().removeAll(known);
                    if (fresh.isEmpty()) {
                        return Uni.createFrom().item(Set.of());
                    }
                    return insert(transaction, fresh, status, buckets, sizes)
                            .chain(() -> PoolStore.write(connection, sizes))
                            .replaceWith(fresh.keySet());
                }));
    }

    private static Uni<Set<Fingerprint>> known(SqlConnection transaction, Set<Fingerprint> asked) {
        // hexadecimal digits only, so the plain text protocol will do, which saves preparing
        String values = asked.stream()
                .map(fingerprint -> "x'" + fingerprint.hex() + "'")
                .collect(Collectors.joining(","));
        return transaction
                .query("SELECT fingerprint FROM question WHERE fingerprint IN (" + values
                        + ") UNION ALL SELECT fingerprint FROM question_former WHERE fingerprint IN (" + values + ")")
                .execute()
                .map(rows -> {
                    Set<Fingerprint> known = new HashSet<>();
                    rows.forEach(
                            row -> known.add(Fingerprint.of(row.getBuffer(0).getBytes())));
                    return known;
                });
    }

    /** Inserts {@code fresh} at the ends of their buckets and counts {@code sizes} up. */
    private Uni<Void> insert(
            Transaction transaction,
            Map<Fingerprint, ParsedItem.Fit> fresh,
            QuestionStatus status,
            Map<String, Integer> buckets,
            PoolStore.Sizes sizes) {
        SqlConnection connection = transaction.connection();
        Map<UUID, NewQuestion> added = new LinkedHashMap<>();
        TagPoolStore.Entries tagged = new TagPoolStore.Entries();
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        Uni<Void> done = Uni.createFrom().voidItem();
        Tuple values = Tuple.tuple();
        int rows = 0;
        for (Map.Entry<Fingerprint, ParsedItem.Fit> entry : fresh.entrySet()) {
            NewQuestion question = entry.getValue().question();
            int bucket = buckets.get(BucketKey.of(question).text());
            QuestionStatus itsStatus = status(entry.getValue(), status);
            Long slot = itsStatus.isDrawn() ? (Long) sizes.take(bucket, question.kind()) : null;
            UUID id = UuidV7.next();
            added.put(id, question);
            if (slot != null) {
                tagged.add(id, bucket, question);
            }
            addRow(values.addBuffer(UuidV7.toBuffer(id)), question, bucket, slot);
            values.addString(itsStatus.wire())
                    .addBuffer(Buffer.buffer(entry.getKey().bytes()))
                    .addLocalDateTime(now);
            rows++;
            if (rows == ROWS) {
                done = then(done, connection, values, rows);
                values = Tuple.tuple();
                rows = 0;
            }
        }
        return (rows == 0 ? done : then(done, connection, values, rows))
                .chain(() -> TagStore.add(connection, added))
                .chain(() -> TagPoolStore.enter(connection, tagged))
                .chain(() -> media.add(transaction, added))
                .chain(() -> likeness.remember(transaction, added));
    }

    /**
     * Who may approve questions may have them be what they were elsewhere; one with a picture is approved later, when that is. What
     * others bring is reviewed, whatever it was.
     */
    private static QuestionStatus status(ParsedItem.Fit item, QuestionStatus wanted) {
        if (wanted != QuestionStatus.APPROVED) {
            return wanted;
        }
        QuestionStatus asked = item.status() == null ? wanted : item.status();
        return item.question().media() != null && asked == QuestionStatus.APPROVED ? QuestionStatus.REVIEW : asked;
    }

    private static Uni<Void> then(Uni<Void> before, SqlConnection transaction, Tuple values, int rows) {
        String sql = INSERT + String.join(",", Collections.nCopies(rows, "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1,?)"));
        return before.chain(() -> transaction.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    /** @param slot null for one that matches do not draw */
    private static void addRow(Tuple values, NewQuestion question, int bucket, Long slot) {
        StoredBody body = StoredBody.of(question.body());
        MediaRef media = question.media();
        values.addString(body.kind().wire())
                .addString(question.text())
                .addString(body.choices())
                .addString(body.rest())
                .addString(question.explanation())
                .addInteger(bucket)
                .addInteger(
                        slot == null || !question.kind().isOfChoices() ? null : (Integer) QuestionPool.placeOf(slot))
                .addLong(slot)
                .addString(media == null ? null : media.kind().wire())
                .addString(media == null ? null : media.reference())
                .addInteger(question.timeLimit())
                .addString(question.provenance().source())
                .addString(question.provenance().licence())
                .addString(question.provenance().attribution());
    }
}
