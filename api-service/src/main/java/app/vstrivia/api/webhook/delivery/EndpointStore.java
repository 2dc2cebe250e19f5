package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.webhook.DisabledWhy;
import app.vstrivia.api.webhook.WebhookFormat;
import app.vstrivia.api.webhook.WebhookSecret;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Whose turn it is, and what came of it. */
@ApplicationScoped
class EndpointStore {
    private static final String DUE = " d.status = 'pending' AND d.next_at <= NOW(6)";

    private final Pool pool;

    EndpointStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * How a delivery waits.
     *
     * @param webhook whether there is one
     * @param left until it may be sent; may be negative
     */
    record Waiting(boolean webhook, boolean disabled, Duration left) {}

    /** Empty if it is not pending, or not there. */
    Uni<Optional<Waiting>> waiting(UUID delivery) {
        return pool.preparedQuery("SELECT w.id IS NOT NULL AS there, w.disabled_at IS NOT NULL AS disabled,"
                        + " TIMESTAMPDIFF(MICROSECOND, NOW(6), GREATEST(d.next_at, COALESCE(w.free_at, d.next_at)))"
                        + " AS micros_left FROM webhook_delivery d LEFT JOIN webhook w ON w.id = d.webhook_id"
                        + " WHERE d.id = ? AND d.status = 'pending'")
                .execute(Values.of(delivery))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Waiting(
                                row.getInteger("there") == 1,
                                row.getInteger("disabled") == 1,
                                Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(row.getLong("micros_left"))))));
    }

    /** Its webhook is gone. */
    Uni<Void> drop(UUID delivery) {
        return pool.preparedQuery("DELETE FROM webhook_delivery WHERE id = ?")
                .execute(Values.of(delivery))
                .replaceWithVoid();
    }

    /** Its webhook is disabled. */
    Uni<Void> giveUp(UUID delivery) {
        return pool.preparedQuery("UPDATE webhook_delivery SET status = 'failed', error = 'disabled'"
                        + " WHERE id = ? AND status = 'pending'")
                .execute(Values.of(delivery))
                .replaceWithVoid();
    }

    /** A webhook that has something due and is free, the one that has been so for the longest time; nothing is taken. */
    Uni<Optional<UUID>> next() {
        return pool.query("SELECT w.id FROM webhook w WHERE w.free_at <= NOW(6) AND w.disabled_at IS NULL"
                        + " AND EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.webhook_id = w.id AND" + DUE + ")"
                        + " ORDER BY w.free_at LIMIT 1")
                .execute()
                .map(rows -> rows.stream().findFirst().map(row -> UuidV7.fromBuffer(row.getBuffer(0))));
    }

    /** Whether it is the caller's for so long, or until {@link #free}. */
    Uni<Boolean> take(UUID webhook, Duration lease) {
        return pool.preparedQuery("UPDATE webhook SET free_at = NOW(6) + INTERVAL ? SECOND"
                        + " WHERE id = ? AND free_at <= NOW(6) AND disabled_at IS NULL")
                .execute(Values.of(lease.toSeconds(), webhook))
                .map(rows -> rows.rowCount() > 0);
    }

    /** What is due first. */
    Uni<Optional<Parcel>> due(UUID webhook) {
        return pool.preparedQuery("SELECT d.id, d.body, d.attempts, w.id AS webhook_id, w.owner_id, w.url, w.format,"
                        + " w.secret, IF(w.old_secret_until > NOW(6), w.old_secret, NULL) AS old_secret"
                        + " FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.webhook_id = ? AND"
                        + DUE + " ORDER BY d.next_at, d.id LIMIT 1")
                .execute(Values.of(webhook))
                .map(rows -> rows.stream().findFirst().map(EndpointStore::parcel));
    }

    private static Parcel parcel(Row row) {
        List<WebhookSecret> secrets = new ArrayList<>();
        secrets.add(WebhookSecret.stored(row.getBuffer("secret").getBytes()));
        Buffer old = row.getBuffer("old_secret");
        if (old != null) {
            secrets.add(WebhookSecret.stored(old.getBytes()));
        }
        return new Parcel(
                UuidV7.fromBuffer(row.getBuffer("id")),
                UuidV7.fromBuffer(row.getBuffer("webhook_id")),
                PlayerId.of(row.getBuffer("owner_id")),
                row.getString("body"),
                row.getInteger("attempts"),
                row.getString("url"),
                WebhookFormat.of(row.getString("format")),
                secrets);
    }

    /** Failures in a row until now; the webhook is locked. Empty if it is gone. */
    Uni<Optional<Integer>> failures(Transaction transaction, UUID webhook) {
        return execute(transaction, "SELECT failures FROM webhook WHERE id = ? FOR UPDATE", webhook)
                .map(rows -> rows.stream().findFirst().map(row -> row.getInteger(0)));
    }

    /** Notes an attempt; with {@code pause} another one follows, without it does not if {@code status} says so. */
    Uni<Void> note(
            Transaction transaction, UUID delivery, Answer answer, DeliveryStatus status, Optional<Duration> pause) {
        return execute(
                        transaction,
                        "SELECT tries, NOW(6) AS moment FROM webhook_delivery WHERE id = ? FOR UPDATE",
                        delivery)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : note(
                                transaction,
                                delivery,
                                answer,
                                status,
                                pause,
                                tries(rows.iterator().next(), answer)));
    }

    private static String tries(Row row, Answer answer) {
        return Attempts.with(
                row.getString("tries"), row.getLocalDateTime("moment").toInstant(ZoneOffset.UTC), answer);
    }

    private Uni<Void> note(
            Transaction transaction,
            UUID delivery,
            Answer answer,
            DeliveryStatus status,
            Optional<Duration> pause,
            String tries) {
        return execute(
                        transaction,
                        "UPDATE webhook_delivery SET status = ?, attempts = attempts + 1, tries = ?, tried_at = NOW(6),"
                                + " next_at = NOW(6) + INTERVAL ? MICROSECOND, duration_ms = ?, response_status = ?,"
                                + " error = ?, response = ? WHERE id = ? AND status = 'pending'",
                        status.wire(),
                        tries,
                        TimeUnit.MILLISECONDS.toMicros(
                                pause.orElse(Duration.ZERO).toMillis()),
                        answer.took().toMillis(),
                        answer.status(),
                        answer.error(),
                        answer.response(),
                        delivery)
                .replaceWithVoid();
    }

    /** Something arrived: others may be next. */
    Uni<Void> arrived(Transaction transaction, UUID webhook) {
        return execute(
                        transaction,
                        "UPDATE webhook SET free_at = NOW(6), failures = 0, failing_since = NULL WHERE id = ?",
                        webhook)
                .replaceWithVoid();
    }

    /** Nothing did; it is left alone for {@code rest}. Since when that is so, in whole seconds. */
    Uni<Duration> failed(Transaction transaction, UUID webhook, Duration rest) {
        return execute(
                        transaction,
                        "UPDATE webhook SET free_at = NOW(6) + INTERVAL ? MICROSECOND, failures = failures + 1,"
                                + " failing_since = COALESCE(failing_since, NOW(6)) WHERE id = ?",
                        TimeUnit.MILLISECONDS.toMicros(rest.toMillis()),
                        webhook)
                .chain(() -> execute(
                        transaction,
                        "SELECT TIMESTAMPDIFF(SECOND, failing_since, NOW(6)) FROM webhook WHERE id = ?",
                        webhook))
                .map(rows -> Duration.ofSeconds(rows.iterator().next().getLong(0)));
    }

    /** Gives it back; there was nothing to send. */
    Uni<Void> free(UUID webhook) {
        return pool.preparedQuery("UPDATE webhook SET free_at = NOW(6) WHERE id = ?")
                .execute(Values.of(webhook))
                .replaceWithVoid();
    }

    /** With all that is pending. */
    Uni<Void> disable(Transaction transaction, UUID webhook, DisabledWhy why) {
        return execute(
                        transaction,
                        "UPDATE webhook SET disabled_at = NOW(6), disabled_why = ?, free_at = NOW(6) WHERE id = ?",
                        why.wire(),
                        webhook)
                .chain(() -> execute(
                        transaction,
                        "UPDATE webhook_delivery SET status = 'failed', error = 'disabled'"
                                + " WHERE webhook_id = ? AND status = 'pending'",
                        webhook))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
