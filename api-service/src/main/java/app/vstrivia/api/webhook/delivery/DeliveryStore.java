package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What events and owners do with {@code webhook_delivery}; how it is sent is in {@link EndpointStore}. */
@ApplicationScoped
class DeliveryStore {
    private final Pool pool;

    DeliveryStore(Pool pool) {
        this.pool = pool;
    }

    /** The webhooks of the owner that want to be told; of an author who is none any more, none. */
    Uni<List<UUID>> webhooks(Transaction transaction, WebhookKind kind, PlayerId owner) {
        return ids(execute(
                transaction,
                "SELECT w.id FROM webhook w JOIN webhook_kind k ON k.webhook_id = w.id AND k.kind = ?"
                        + " WHERE w.owner_id = ? AND w.disabled_at IS NULL AND EXISTS (SELECT 1 FROM player_role r"
                        + " WHERE r.player_id = w.owner_id AND r.role IN ('author', 'admin'))",
                kind.wire(),
                owner));
    }

    /** The same of all admins. */
    Uni<List<UUID>> webhooks(Transaction transaction, WebhookKind kind) {
        return ids(execute(
                transaction,
                "SELECT w.id FROM webhook_kind k JOIN webhook w ON w.id = k.webhook_id"
                        + " JOIN player_role r ON r.player_id = w.owner_id AND r.role = 'admin'"
                        + " WHERE k.kind = ? AND w.disabled_at IS NULL",
                kind.wire()));
    }

    private static Uni<List<UUID>> ids(Uni<RowSet<Row>> rows) {
        return rows.map(all ->
                all.stream().map(row -> UuidV7.fromBuffer(row.getBuffer(0))).toList());
    }

    /** @param deliveries at least one, each with its webhook */
    Uni<Void> add(Transaction transaction, String kind, String body, Map<UUID, UUID> deliveries) {
        Tuple values = Tuple.tuple();
        deliveries.forEach((id, webhook) -> {
            Values.add(values, id);
            Values.add(values, webhook);
            Values.add(Values.add(values, kind), body);
        });
        return transaction
                .connection()
                .preparedQuery("INSERT INTO webhook_delivery (id, webhook_id, kind, body, status, attempts, next_at,"
                        + " created_at) VALUES "
                        + Values.rows("(?, ?, ?, ?, 'pending', 0, NOW(6), NOW(6))", deliveries.size()))
                .execute(values)
                .replaceWithVoid();
    }

    /** The newest first, one more than {@code limit} if there are so many. {@code status} and {@code before} may be null. */
    Uni<List<DeliveryView>> list(UUID webhook, DeliveryStatus status, UUID before, int limit) {
        Tuple values = Values.of(webhook);
        if (status != null) {
            Values.add(values, status.wire());
        }
        if (before != null) {
            Values.add(values, before);
        }
        return pool.preparedQuery("SELECT * FROM webhook_delivery WHERE webhook_id = ?"
                        + (status == null ? "" : " AND status = ?") + (before == null ? "" : " AND id < ?")
                        + " ORDER BY id DESC LIMIT " + (limit + 1))
                .execute(values)
                .map(rows -> rows.stream().map(DeliveryStore::view).toList());
    }

    /** It is to be sent now, as if it had never been; whether there is such a one. */
    Uni<Boolean> replay(Transaction transaction, UUID webhook, UUID id) {
        return execute(
                        transaction,
                        "SELECT id FROM webhook_delivery WHERE id = ? AND webhook_id = ? FOR UPDATE",
                        id,
                        webhook)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : replay(transaction, id).replaceWith(true));
    }

    Uni<Void> replay(Transaction transaction, UUID id) {
        return execute(
                        transaction,
                        "UPDATE webhook_delivery SET attempts = IF(status = 'pending', attempts, 0), status = 'pending',"
                                + " next_at = NOW(6) WHERE id = ?",
                        id)
                .replaceWithVoid();
    }

    /** Those that failed for good, of what happened since then, the oldest first. */
    Uni<List<UUID>> failed(Transaction transaction, UUID webhook, Instant since, int most) {
        return ids(execute(
                transaction,
                "SELECT id FROM webhook_delivery WHERE webhook_id = ? AND status = 'failed' AND created_at >= ?"
                        + " ORDER BY id LIMIT ? FOR UPDATE",
                webhook,
                LocalDateTime.ofInstant(since, ZoneOffset.UTC),
                most));
    }

    private static DeliveryView view(Row row) {
        DeliveryStatus status = DeliveryStatus.of(row.getString("status"));
        return new DeliveryView(
                UuidV7.fromBuffer(row.getBuffer("id")),
                row.getString("kind"),
                row.getString("body"),
                status,
                row.getInteger("attempts"),
                instant(row.getLocalDateTime("created_at")),
                status == DeliveryStatus.PENDING ? instant(row.getLocalDateTime("next_at")) : null,
                instant(row.getLocalDateTime("tried_at")),
                row.getInteger("duration_ms"),
                row.getInteger("response_status"),
                row.getString("error"),
                row.getString("response"),
                Attempts.of(row.getString("tries")));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
