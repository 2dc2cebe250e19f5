package app.vstrivia.api.webhook.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.audit.AuditLog;
import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.SlowJobs;
import app.vstrivia.api.platform.outbound.Destinations;
import app.vstrivia.api.platform.outbound.NameLookup;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.webhook.delivery.TestWebhooks.Made;
import app.vstrivia.api.webhook.delivery.TestWebhooks.ThisMachine;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How deliveries are sent, tried again and given up. Deliveries are the test's own, of which no worker knows. */
@ApiTest
class DeliveryTest {
    private static final Duration IMPATIENT = Duration.ofMillis(400);

    @Inject
    TestWebhooks webhooks;

    @Inject
    EndpointStore endpoints;

    @Inject
    Settlement settlement;

    @Inject
    DeliveryJob job;

    @Inject
    Sender sender;

    @Inject
    Vertx vertx;

    @Inject
    ObjectMapper json;

    @Inject
    Transactions transactions;

    @Inject
    AuditLog audit;

    @Inject
    MeterRegistry metrics;

    private Receiver receiver;
    private Made webhook;

    @BeforeEach
    void subscribe() throws IOException {
        QuarkusMock.installMockForType(new ThisMachine(), PublicAddresses.class);
        receiver = new Receiver();
        webhook = TestWebhooks.made(TestPlayer.with("author"), TestWebhooks.body(receiver.url("/hook"), "media.ready"));
    }

    @AfterEach
    void end() {
        webhooks.clear();
        receiver.close();
    }

    private DeliveryJob worker(Sender sender, Settlement settlement) {
        return new DeliveryJob(endpoints, sender, settlement, new SlowJobs(3));
    }

    private Sender impatient(NameLookup names) {
        return new Sender(vertx, new Destinations(new ThisMachine(), names), json, IMPATIENT);
    }

    @Test
    void whatFailsIsTriedAgainForThreeDaysUnderTheSameIdAndThenGivenUp() {
        receiver.answers("/hook", 500);
        UUID id = webhooks.due(webhook);

        for (Duration pause : Backoff.PAUSES) {
            webhooks.timePasses(id);
            assertFalse(job.run(id.toString()).isDone());
            Row row = webhooks.row(id);
            assertEquals("pending", row.getString("status"));
            long micros = row.getLong("pause");
            assertTrue(micros <= pause.toMillis() * 1000 && micros >= pause.toMillis() * 900, pause + " " + micros);
        }
        webhooks.timePasses(id);
        assertEquals(Outcome.done(), job.run(id.toString()));

        Row row = webhooks.row(id);
        assertEquals("failed", row.getString("status"));
        assertEquals(10, row.getInteger("attempts"));
        assertEquals(500, row.getInteger("response_status"));
        assertEquals("It is 500 .", row.getString("response"));
        assertNotNull(row.getInteger("duration_ms"));
        webhook.owner()
                .asks()
                .get(webhook.path() + "/deliveries")
                .then()
                .body("items[0].tries.size()", equalTo(10))
                .body("items[0].tries.responseStatus", everyItem(equalTo(500)))
                .body("items[0].tries[0].response", equalTo("It is 500 ."));
        assertEquals(10, receiver.at("/hook").size());
        assertEquals(
                Set.of(id.toString()),
                receiver.at("/hook").stream().map(Receiver.Request::id).collect(Collectors.toSet()));
        assertTrue(webhook.view().getBoolean("enabled"), "three days have not passed");
        assertNotNull(webhook.view().getString("failingSince"));
    }

    @Test
    void theScheduleIsOfThreeDays() {
        Duration whole = Backoff.PAUSES.stream().reduce(Duration.ZERO, Duration::plus);

        assertEquals(Duration.parse("PT75H35M5S"), whole);
        assertTrue(Backoff.WHOLE.compareTo(Duration.ofHours(68)) > 0);
        assertEquals(Duration.ofSeconds(4), Backoff.rest(1));
        assertEquals(Duration.ofMinutes(5), Backoff.rest(50));
    }

    @Test
    void aRequestOfAWorkerThatDiedIsSentAgainUnderTheSameId() {
        UUID id = webhooks.due(webhook);
        DeliveryJob dying = worker(sender, new DyingSettlement());
        assertThrows(Dead.class, () -> dying.run(id.toString()));
        assertEquals(1, receiver.at("/hook").size());
        assertEquals("pending", webhooks.status(id));
        Outcome early = job.run(id.toString());
        assertTrue(early.again().compareTo(Duration.ofSeconds(20)) > 0, "it may be alive: " + early);
        assertEquals(1, receiver.at("/hook").size());
        webhooks.timePasses(id);

        assertEquals(Outcome.done(), job.run(id.toString()));

        assertEquals("delivered", webhooks.status(id));
        assertEquals(
                List.of(id.toString(), id.toString()),
                receiver.at("/hook").stream().map(Receiver.Request::id).toList());
    }

    /** What a process that was killed does not do any more. */
    private static final class Dead extends RuntimeException {}

    @Vetoed
    private final class DyingSettlement extends Settlement {
        private DyingSettlement() {
            super(endpoints, transactions, audit, metrics);
        }

        @Override
        Uni<Void> settle(Parcel parcel, Answer answer) {
            return Uni.createFrom().failure(new Dead());
        }
    }

    @Test
    void whoeverIsSlowIsWaitedForOnceAndDoesNotHoldUpOthers() {
        receiver.answersNothing("/slow");
        Made slow = TestWebhooks.made(webhook.owner(), TestWebhooks.body(receiver.url("/slow"), "media.ready"));
        List<UUID> late = List.of(webhooks.due(slow), webhooks.due(slow), webhooks.due(slow));
        List<UUID> quick = List.of(webhooks.due(webhook), webhooks.due(webhook), webhooks.due(webhook));

        Outcome outcome = worker(impatient(InetAddress::getAllByName), settlement)
                .run(late.get(2).toString());

        assertEquals(1, receiver.at("/slow").size());
        quick.forEach(id -> assertEquals("delivered", webhooks.status(id)));
        Row row = webhooks.row(late.get(0));
        assertEquals("timeout", row.getString("error"));
        assertEquals("pending", row.getString("status"));
        assertTrue(row.getInteger("duration_ms") >= IMPATIENT.toMillis());
        assertEquals(0, webhooks.row(late.get(1)).getInteger("attempts"));
        assertTrue(outcome.again().compareTo(Duration.ofSeconds(2)) > 0, "it is left alone for a while");
    }

    @Test
    void aNameThatIsMovedInsideIsNotFollowedThere() {
        webhooks.execute(
                "UPDATE webhook SET url = ? WHERE id = ?",
                "http://receiver.example:" + receiver.port() + "/hook",
                UUID.fromString(webhook.id()));
        Deque<String> meanings = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));
        DeliveryJob worker =
                worker(impatient(host -> new InetAddress[] {InetAddress.getByName(meanings.pop())}), settlement);
        UUID first = webhooks.due(webhook);

        worker.run(first.toString());

        assertEquals("delivered", webhooks.status(first));
        assertEquals(1, meanings.size(), "it is not looked up again to connect");
        assertEquals(
                "receiver.example:" + receiver.port(),
                receiver.at("/hook").get(0).host());
        UUID second = webhooks.due(webhook);

        worker.run(second.toString());

        assertEquals("address", webhooks.row(second).getString("error"));
        assertEquals(1, receiver.at("/hook").size());
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        receiver.answers("/hook", 307);
        UUID id = webhooks.due(webhook);

        job.run(id.toString());

        assertEquals(307, webhooks.row(id).getInteger("response_status"));
        assertEquals("pending", webhooks.status(id));
        assertEquals(1, receiver.at("/hook").size());
        assertEquals(List.of(), receiver.at("/elsewhere"));
    }

    @Test
    void whoeverIsGoneIsAskedNoMore() {
        receiver.answers("/hook", 410);
        UUID id = webhooks.due(webhook);
        UUID other = webhooks.due(webhook);

        job.run(id.toString());

        assertEquals(1, receiver.at("/hook").size());
        assertEquals("failed", webhooks.status(id));
        assertEquals("failed", webhooks.status(other));
        assertEquals("disabled", webhooks.row(other).getString("error"));
        assertEquals("gone", webhook.view().getString("disabledWhy"));
        assertEquals(1, noted("gone"));
        webhook.owner()
                .asks()
                .post(webhook.path() + "/test")
                .then()
                .statusCode(409)
                .body("code", equalTo("webhook-disabled"));
        receiver.answers("/hook", 200);

        webhook.owner()
                .asks()
                .body(TestWebhooks.body(receiver.url("/hook"), "media.ready"))
                .put(webhook.path())
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true));

        webhooks.awaitStatus(webhook.tested(), "delivered");
    }

    private int noted(String reason) {
        return webhooks.count(
                "audit_event WHERE action = 'webhook-disabled' AND subject = ? AND details LIKE ?",
                "player:" + webhook.owner().id(),
                "%" + reason + "%");
    }

    @Test
    void whereNothingArrivesForThreeDaysNothingIsSentAnyMore() {
        receiver.answers("/hook", 503);
        UUID id = webhooks.due(webhook);
        webhooks.execute("UPDATE webhook_delivery SET attempts = 9 WHERE id = ?", id);
        webhooks.execute(
                "UPDATE webhook SET failures = 9, failing_since = NOW(6) - INTERVAL 69 HOUR WHERE id = ?",
                UUID.fromString(webhook.id()));

        assertEquals(Outcome.done(), job.run(id.toString()));

        assertEquals("failed", webhooks.status(id));
        assertEquals("failing", webhook.view().getString("disabledWhy"));
        assertEquals(1, noted("failing"));
    }

    @Test
    void whatFailedIsSentAgainOneByOneOrAllSinceAMoment() {
        UUID old = webhooks.due(webhook);
        UUID recent = webhooks.due(webhook);
        UUID one = webhooks.due(webhook);
        UUID fine = webhooks.due(webhook);
        webhooks.execute("UPDATE webhook_delivery SET status = 'failed', attempts = 10 WHERE id <> ?", fine);
        webhooks.execute("UPDATE webhook_delivery SET status = 'delivered' WHERE id = ?", fine);
        webhooks.execute("UPDATE webhook_delivery SET created_at = NOW(6) - INTERVAL 2 DAY WHERE id = ?", old);

        webhook.owner()
                .asks()
                .post(webhook.path() + "/deliveries/" + one + "/replay")
                .then()
                .statusCode(202);

        webhooks.awaitStatus(one.toString(), "delivered");
        assertEquals(1, receiver.at("/hook").size());
        assertEquals(one.toString(), receiver.at("/hook").get(0).id());
        webhook.owner()
                .asks()
                .body("{\"since\":\"" + Instant.now().minus(Duration.ofDays(1)) + "\"}")
                .post(webhook.path() + "/deliveries/replay")
                .then()
                .statusCode(200)
                .body("deliveries", equalTo(1))
                .body("more", equalTo(false));
        webhooks.awaitStatus(recent.toString(), "delivered");
        assertEquals("failed", webhooks.status(old));
        await().atMost(TestWebhooks.SOON).until(() -> receiver.at("/hook").size() == 2);
        webhook.owner()
                .asks()
                .post(webhook.path() + "/deliveries/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404);
    }
}
