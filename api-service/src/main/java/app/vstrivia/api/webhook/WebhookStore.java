package app.vstrivia.api.webhook;

import app.vstrivia.api.platform.transaction.Transaction;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What owners do with {@code webhook} and {@code webhook_kind}; that of deliveries is in {@code delivery}. */
@ApplicationScoped
class WebhookStore {
    private static final String SELECT =
            "SELECT w.*, (SELECT GROUP_CONCAT(k.kind) FROM webhook_kind k WHERE k.webhook_id = w.id) AS kinds"
                    + " FROM webhook w WHERE ";

    private final Pool pool;

    WebhookStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<WebhookView>> of(PlayerId owner) {
        return pool.preparedQuery(SELECT + "owner_id = ? ORDER BY id")
                .execute(Values.of(owner))
                .map(rows -> rows.stream().map(WebhookStore::view).toList());
    }

    Uni<Integer> count(Transaction transaction, PlayerId owner) {
        return execute(transaction, "SELECT COUNT(*) FROM webhook WHERE owner_id = ?", owner)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Uni<Optional<WebhookView>> find(UUID id, PlayerId owner) {
        return one(pool, SELECT + "id = ? AND owner_id = ?", id, owner);
    }

    /** It is locked. */
    Uni<Optional<WebhookView>> hold(Transaction transaction, UUID id, PlayerId owner) {
        return execute(transaction, "SELECT id FROM webhook WHERE id = ? AND owner_id = ? FOR UPDATE", id, owner)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.<WebhookView>empty())
                        : one(transaction.connection(), SELECT + "id = ? AND owner_id = ?", id, owner));
    }

    private static Uni<Optional<WebhookView>> one(SqlClient client, String sql, UUID id, PlayerId owner) {
        return client.preparedQuery(sql)
                .execute(Values.of(id, owner))
                .map(rows -> rows.stream().findFirst().map(WebhookStore::view));
    }

    Uni<Void> add(Transaction transaction, UUID id, PlayerId owner, WebhookDraft draft, WebhookSecret secret) {
        boolean enabled = draft.isEnabled();
        return execute(
                        transaction,
                        "INSERT INTO webhook (id, owner_id, url, format, secret, disabled_at, disabled_why, free_at,"
                                + " failures, created_at) VALUES (?, ?, ?, ?, ?, IF(?, NULL, NOW(6)), ?, NOW(6), 0, NOW(6))",
                        id,
                        owner,
                        draft.url(),
                        draft.formatOrStandard().wire(),
                        Buffer.buffer(secret.key()),
                        enabled ? 1 : 0,
                        enabled ? null : DisabledWhy.OWNER.wire())
                .chain(() -> addKinds(transaction, id, draft.kinds()));
    }

    /** What it was disabled for, and whatever it waits for, is over if it is enabled. */
    Uni<Void> save(Transaction transaction, UUID id, WebhookDraft draft) {
        Uni<RowSet<Row>> saved = draft.isEnabled()
                ? execute(
                        transaction,
                        "UPDATE webhook SET url = ?, format = ?, failures = IF(disabled_at IS NULL, failures, 0),"
                                + " failing_since = IF(disabled_at IS NULL, failing_since, NULL),"
                                + " free_at = IF(disabled_at IS NULL, free_at, NOW(6)), disabled_at = NULL,"
                                + " disabled_why = NULL WHERE id = ?",
                        draft.url(),
                        draft.formatOrStandard().wire(),
                        id)
                : execute(
                        transaction,
                        "UPDATE webhook SET url = ?, format = ?, disabled_why = COALESCE(disabled_why, 'owner'),"
                                + " disabled_at = COALESCE(disabled_at, NOW(6)) WHERE id = ?",
                        draft.url(),
                        draft.formatOrStandard().wire(),
                        id);
        return saved.chain(() -> execute(transaction, "DELETE FROM webhook_kind WHERE webhook_id = ?", id))
                .chain(() -> addKinds(transaction, id, draft.kinds()));
    }

    private static Uni<Void> addKinds(Transaction transaction, UUID id, Set<WebhookKind> kinds) {
        Tuple values = Tuple.tuple();
        kinds.stream().sorted().forEach(kind -> Values.add(Values.add(values, kind.wire()), id));
        return transaction
                .connection()
                .preparedQuery(
                        "INSERT INTO webhook_kind (kind, webhook_id) VALUES " + Values.rows("(?, ?)", kinds.size()))
                .execute(values)
                .replaceWithVoid();
    }

    /** The one before signs as well for {@code overlap}; one that was before that does no more. */
    Uni<Void> replaceSecret(Transaction transaction, UUID id, WebhookSecret secret, Duration overlap) {
        return execute(
                        transaction,
                        "UPDATE webhook SET old_secret = secret, old_secret_until = NOW(6) + INTERVAL ? SECOND, secret = ?"
                                + " WHERE id = ?",
                        overlap.toSeconds(),
                        Buffer.buffer(secret.key()),
                        id)
                .replaceWithVoid();
    }

    /** With all that was to be sent, or was. */
    Uni<Void> delete(Transaction transaction, UUID id) {
        return execute(transaction, "DELETE FROM webhook WHERE id = ?", id)
                .chain(() -> execute(transaction, "DELETE FROM webhook_delivery WHERE webhook_id = ?", id))
                .replaceWithVoid();
    }

    private static WebhookView view(Row row) {
        String why = row.getString("disabled_why");
        return new WebhookView(
                UuidV7.fromBuffer(row.getBuffer("id")),
                row.getString("url"),
                Arrays.stream(row.getString("kinds").split(","))
                        .map(WebhookKind::of)
                        .collect(Collectors.toCollection(TreeSet::new)),
                WebhookFormat.of(row.getString("format")),
                why == null,
                instant(row.getLocalDateTime("disabled_at")),
                why == null ? null : DisabledWhy.of(why),
                instant(row.getLocalDateTime("failing_since")),
                instant(row.getLocalDateTime("created_at")));
    }

    private static Instant instant(LocalDateTime moment) {
        return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
    }

    private static Uni<RowSet<Row>> execute(Transaction transaction, String sql, Object... values) {
        return transaction.connection().preparedQuery(sql).execute(Values.of(values));
    }
}
