package app.vstrivia.api.webhook.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Jobs;
import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.platform.transaction.Transactions;
import app.vstrivia.api.privacy.PlayedRoom;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.api.webhook.WebhookKind;
import app.vstrivia.api.webhook.WebhookService;
import app.vstrivia.api.webhook.delivery.TestWebhooks.Made;
import app.vstrivia.api.webhook.delivery.TestWebhooks.ThisMachine;
import app.vstrivia.model.id.PlayerId;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners see, and what is told to whom, by the workers themselves. */
@ApiTest
class WebhookTest {
    @Inject
    TestWebhooks webhooks;

    @Inject
    Webhooks announcing;

    @Inject
    WebhookService service;

    @Inject
    MatchNoticeJob matches;

    @Inject
    Jobs jobs;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    private Receiver receiver;
    private TestPlayer ada;

    @BeforeEach
    void receive() throws IOException {
        QuarkusMock.installMockForType(new ThisMachine(), PublicAddresses.class);
        receiver = new Receiver();
        ada = TestPlayer.with("author");
    }

    @AfterEach
    void end() {
        webhooks.clear();
        receiver.close();
    }

    private Receiver.Request arrivesAt(String path) {
        await().atMost(TestWebhooks.SOON).until(() -> !receiver.at(path).isEmpty());
        return receiver.at(path).get(0);
    }

    private Made made(TestPlayer owner, String... kinds) {
        return TestWebhooks.made(owner, TestWebhooks.body(receiver.url("/hook"), kinds));
    }

    @Test
    void aTestArrivesSignedAndTheLogTellsIt() throws GeneralSecurityException {
        Made webhook = made(ada, "media.ready");

        String id = webhook.tested();

        Receiver.Request request = arrivesAt("/hook");
        assertEquals(id, request.id());
        assertEquals(List.of(Receiver.signature(webhook.secret(), request)), request.signatures());
        long sent = Long.parseLong(request.header("webhook-timestamp"));
        assertTrue(Math.abs(Instant.now().getEpochSecond() - sent) < 30);
        JsonPath body = new JsonPath(request.body());
        assertEquals("webhook.test", body.getString("type"));
        assertEquals(webhook.id(), body.getString("data.webhookId"));
        webhooks.awaitStatus(id, "delivered");
        Map<String, Object> log = webhook.log().get(0);
        assertEquals(id, log.get("id"));
        assertEquals(204, log.get("responseStatus"));
        assertEquals(1, log.get("attempts"));
        assertEquals(request.body(), log.get("body"));
    }

    @Test
    void aWebhookIsItsOwnersAndTheSecretIsShownOnce() {
        Made webhook = made(ada, "media.ready", "import.finished");

        ada.asks()
                .get("/v1/webhooks")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].id", equalTo(webhook.id()))
                .body("[0].kinds", contains("import.finished", "media.ready"))
                .body("[0].secret", nullValue());
        assertTrue(webhook.secret().matches("whsec_[A-Za-z0-9+/]{43}="));
        TestPlayer bob = TestPlayer.with("author");
        bob.asks().get(webhook.path()).then().statusCode(404);
        assertEquals(1, webhooks.count("audit_event WHERE action = 'webhook-created' AND actor = ?", id(ada)));
        ada.asks().delete(webhook.path()).then().statusCode(204);
        ada.asks().get(webhook.path()).then().statusCode(404);
    }

    private static UUID id(TestPlayer player) {
        return UUID.fromString(player.id());
    }

    @Test
    void privateAddressesAndWhatIsForAdminsAndTooManyAreRefused() {
        for (String url :
                List.of("http://10.0.0.1/", "ftp://127.0.0.1/", "http://a:b@127.0.0.1/", "http://127.0.0.1/a b")) {
            ada.asks()
                    .body(TestWebhooks.body(url, "media.ready"))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("unfit-address"));
        }
        ada.asks()
                .body(TestWebhooks.body(receiver.url("/hook"), "job.failed"))
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kinds"));
        for (int i = 0; i < WebhookService.MOST; i++) {
            made(ada, "media.ready");
        }
        ada.asks()
                .body(TestWebhooks.body(receiver.url("/hook"), "media.ready"))
                .post("/v1/webhooks")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-webhooks"));
    }

    @Test
    void aNewSecretAndTheOneBeforeSignForADay() throws GeneralSecurityException {
        Made webhook = made(ada, "media.ready");
        String next = ada.asks()
                .post(webhook.path() + "/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        assertNotEquals(webhook.secret(), next);

        webhook.tested();

        Receiver.Request both = arrivesAt("/hook");
        assertEquals(
                List.of(Receiver.signature(next, both), Receiver.signature(webhook.secret(), both)), both.signatures());
        webhooks.execute("UPDATE webhook SET old_secret_until = NOW(6) WHERE id = ?", UUID.fromString(webhook.id()));
        webhook.tested();
        await().atMost(TestWebhooks.SOON).until(() -> receiver.at("/hook").size() == 2);
        Receiver.Request one = receiver.at("/hook").get(1);
        assertEquals(List.of(Receiver.signature(next, one)), one.signatures());
    }

    @Test
    void aChatGetsALineThatMentionsNobody() {
        Map<String, Object> body = TestWebhooks.body(receiver.url("/chat"), "import.finished");
        body.put("format", "discord");
        TestWebhooks.made(ada, body);

        announce(WebhookKind.IMPORT_FINISHED, Map.of("added", 3, "name", "@everyone **look**\nhere"));

        JsonPath chat = new JsonPath(arrivesAt("/chat").body());
        assertEquals("**import.finished** added: 3, name: @everyone \\*\\*look\\*\\* here", chat.getString("content"));
        assertEquals(List.of(), chat.getList("allowed_mentions.parse"));
        assertEquals(2, chat.getMap("").size());
    }

    private void announce(WebhookKind kind, Map<String, ?> data) {
        transactions
                .run(transaction -> announcing.announce(transaction, kind, PlayerId.parse(ada.id()), data))
                .await()
                .indefinitely();
    }

    @Test
    void whatIsRolledBackIsNotToldNorWhatIsAnothers() {
        Made webhook = made(ada, "import.finished");
        Made others = TestWebhooks.made(
                TestPlayer.with("author"), TestWebhooks.body(receiver.url("/other"), "import.finished"));
        assertThrows(IllegalStateException.class, () -> transactions
                .run(transaction -> announcing
                        .announce(
                                transaction,
                                WebhookKind.IMPORT_FINISHED,
                                PlayerId.parse(ada.id()),
                                Map.of("importId", "none"))
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
                .await()
                .indefinitely());

        announce(WebhookKind.IMPORT_FINISHED, Map.of("importId", "one"));
        announce(WebhookKind.IMPORT_FAILED, Map.of("importId", "two"));

        assertEquals("one", new JsonPath(arrivesAt("/hook").body()).getString("data.importId"));
        assertEquals(1, webhook.log().size());
        assertEquals(List.of(), others.log());
    }

    @Test
    void anAuthorIsToldWhatBecomesOfPicturesAndImports() {
        Made webhook = made(ada, "media.ready", "media.refused", "import.finished");
        String picture = TestMedia.picture(ada, TestPictures.unique("png"));
        await().atMost(TestWebhooks.SOON)
                .until(() -> told(webhook, "media.ready").size() == 1);
        assertEquals(picture, told(webhook, "media.ready").get(0).getString("data.mediumId"));
        TestPlayer.with("moderator")
                .asks()
                .body(Map.of("decision", "refused"))
                .put("/v1/reviews/" + picture)
                .then()
                .statusCode(204);
        assertEquals("moderation", told(webhook, "media.refused").get(0).getString("data.reason"));

        ada.asks()
                .contentType(ContentType.BINARY)
                .body("#Q Told?\n^ a\nA a\nB b\n".getBytes())
                .post("/v1/imports?async=true&language=wh&name=own.txt")
                .then()
                .statusCode(202);

        await().atMost(TestWebhooks.SOON)
                .until(() -> told(webhook, "import.finished").size() == 1);
        assertEquals(1, told(webhook, "import.finished").get(0).getInt("data.added"));
    }

    private static List<JsonPath> told(Made webhook, String kind) {
        return webhook.log().stream()
                .filter(delivery -> delivery.get("kind").equals(kind))
                .map(delivery -> new JsonPath((String) delivery.get("body")))
                .toList();
    }

    @Test
    void anAdminIsToldWhatHappensToTheSystemAndNobodyElse() {
        TestPlayer admin = TestPlayer.with("admin");
        Made webhook = made(admin, "question.status", "report.filed", "job.failed", "match.finished");
        UUID question = TestQuiz.bank("ws", "Is it told?").get(0);

        Operator.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("status", "retired"))
                .put("/v1/questions/" + question + "/status")
                .then()
                .statusCode(204);

        JsonPath status = told(webhook, "question.status").get(0);
        assertEquals(question.toString(), status.getString("data.questionId"));
        assertEquals("retired", status.getString("data.status"));
        Tables tables = new Tables(pool);
        PlayedRoom played = PlayedRoom.play(transactions, tables, ada, TestPlayer.register("Bob"));
        report(ada, played, "unclear");
        assertEquals("unclear", told(webhook, "report.filed").get(0).getString("data.reason"));
        played.finish(transactions, tables);
        isTold(webhook, played.match());
        String thing = UUID.randomUUID().toString(); // for which there is no script
        transactions
                .run(transaction -> jobs.add(transaction, "scripted", thing, Duration.ZERO))
                .await()
                .indefinitely();
        await().atMost(TestWebhooks.SOON).until(() -> told(webhook, "job.failed").stream()
                .anyMatch(told -> thing.equals(told.getString("data.thing"))));
        Operator.asks()
                .delete("/v1/admin/players/" + admin.id() + "/roles/admin")
                .then()
                .statusCode(204);
        int before = webhooks.count("webhook_delivery");

        Operator.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("status", "review"))
                .put("/v1/questions/" + question + "/status")
                .then()
                .statusCode(204);

        assertEquals(before, webhooks.count("webhook_delivery"));
    }

    private static void report(TestPlayer player, PlayedRoom played, String reason) {
        player.asks()
                .body(Map.of("reason", reason))
                .put("/v1/matches/" + played.match() + "/rounds/1/report")
                .then()
                .statusCode(204);
    }

    @Test
    void ofAReportThatTakesThePlaceOfTheFirstNobodyIsTold() {
        Made webhook = made(TestPlayer.with("admin"), "report.filed");
        TestPlayer bob = TestPlayer.register("Bob");
        PlayedRoom played = PlayedRoom.play(transactions, new Tables(pool), ada, bob);

        report(ada, played, "unclear");
        report(ada, played, "offensive");
        report(ada, played, "offensive");
        report(bob, played, "language");

        assertEquals(
                List.of("language", "unclear"),
                told(webhook, "report.filed").stream()
                        .map(told -> told.getString("data.reason"))
                        .sorted()
                        .toList());
    }

    /** Once, when its end is certain. */
    private void isTold(Made webhook, String match) {
        webhooks.execute("UPDATE webhook_match_mark SET finished_at = NOW(6) - INTERVAL 500 SECOND");
        webhooks.execute(
                "UPDATE live_match SET finished_at = NOW(6) - INTERVAL 400 SECOND WHERE id = ?",
                UUID.fromString(match));
        matches.run("all");
        matches.run("all");
        List<JsonPath> told = told(webhook, "match.finished").stream()
                .filter(one -> match.equals(one.getString("data.matchId")))
                .toList();
        assertEquals(1, told.size());
        assertEquals(2, told.get(0).getInt("data.players"));
    }

    @Test
    void whoIsErasedLeavesNoWebhook() {
        Made webhook = made(ada, "media.ready");
        webhook.tested();

        service.erase(PlayerId.parse(ada.id())).await().indefinitely();

        UUID id = UUID.fromString(webhook.id());
        assertEquals(0, webhooks.count("webhook WHERE owner_id = ?", id(ada)));
        assertEquals(0, webhooks.count("webhook_kind WHERE webhook_id = ?", id));
        assertEquals(0, webhooks.count("webhook_delivery WHERE webhook_id = ?", id));
    }
}
