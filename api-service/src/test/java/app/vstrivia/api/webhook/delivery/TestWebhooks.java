package app.vstrivia.api.webhook.delivery;

import static org.awaitility.Awaitility.await;

import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests do with webhooks. */
@ApplicationScoped
class TestWebhooks {
    static final Duration SOON = Duration.ofSeconds(30);

    private final Pool pool;
    private final Transactions transactions;
    private final DeliveryStore store;

    TestWebhooks(Pool pool, Transactions transactions, DeliveryStore store) {
        this.pool = pool;
        this.transactions = transactions;
        this.store = store;
    }

    /** A webhook as its owner knows it. */
    record Made(TestPlayer owner, String id, String secret) {
        String path() {
            return "/v1/webhooks/" + id;
        }

        JsonPath view() {
            return owner.asks().get(path()).then().statusCode(200).extract().jsonPath();
        }

        List<Map<String, Object>> log() {
            return owner.asks()
                    .get(path() + "/deliveries")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
        }

        String tested() {
            return owner.asks()
                    .post(path() + "/test")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("deliveryId");
        }
    }

    static Map<String, Object> body(String url, String... kinds) {
        return new HashMap<>(Map.of("url", url, "kinds", List.of(kinds)));
    }

    static Made made(TestPlayer owner, Map<String, Object> body) {
        JsonPath created = owner.asks()
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Made(owner, created.getString("webhook.id"), created.getString("secret"));
    }

    /** A delivery that is due, and that no worker knows of. */
    UUID due(Made webhook) {
        UUID id = UuidV7.next();
        transactions
                .run(transaction -> store.add(
                        transaction,
                        "media.ready",
                        "{\"type\":\"media.ready\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"data\":{}}",
                        Map.of(id, UUID.fromString(webhook.id()))))
                .await()
                .indefinitely();
        return id;
    }

    /** As if all that it waits for had passed. */
    void timePasses(UUID delivery) {
        execute(
                "UPDATE webhook w JOIN webhook_delivery d ON d.webhook_id = w.id SET w.free_at = NOW(6), d.next_at = NOW(6)"
                        + " WHERE d.id = ?",
                delivery);
    }

    void execute(String sql, Object... values) {
        pool.preparedQuery(sql).execute(Values.of(values)).await().indefinitely();
    }

    Row row(UUID delivery) {
        return pool.preparedQuery("SELECT d.*, TIMESTAMPDIFF(MICROSECOND, tried_at, next_at) AS pause"
                        + " FROM webhook_delivery d WHERE id = ?")
                .execute(Values.of(delivery))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }

    int count(String from, Object... values) {
        return pool.preparedQuery("SELECT COUNT(*) FROM " + from)
                .execute(Values.of(values))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }

    String status(UUID delivery) {
        return row(delivery).getString("status");
    }

    void awaitStatus(String delivery, String status) {
        await().atMost(SOON).until(() -> status(UUID.fromString(delivery)).equals(status));
    }

    void clear() {
        execute("DELETE FROM webhook");
        execute("DELETE FROM webhook_delivery");
    }

    /** This machine counts as public, and no other. */
    static final class ThisMachine extends PublicAddresses {
        @Override
        public boolean allows(InetAddress address, int port) {
            return address.isLoopbackAddress();
        }
    }
}
