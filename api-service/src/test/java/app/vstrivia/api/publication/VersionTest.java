package app.vstrivia.api.publication;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class VersionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    /** Of so many versions, the titles of which are their numbers. */
    private TestQuiz quiz(int versions) {
        TestQuiz quiz = TestQuiz.of(ada, "1", TestQuiz.single("One?"));
        TestPublications.published(quiz, 1);
        String tag = quiz.tag();
        for (int version = 2; version <= versions; version++) {
            tag = quiz.save(ada, tag, TestQuiz.body(Integer.toString(version), TestQuiz.single("One?")))
                    .header("ETag");
            TestPublications.published(quiz, version);
        }
        return quiz;
    }

    private static Response rollBack(TestPlayer by, TestQuiz quiz, String ifMatch, int version) {
        var asking = by.asks().body(Map.of("version", version));
        return (ifMatch == null ? asking : asking.header("If-Match", ifMatch)).put(quiz.path() + "/current");
    }

    private String tag(TestQuiz quiz) {
        return TestPublications.current(ada, quiz).header("ETag");
    }

    @Test
    void versionsComeInPagesTheNewestFirst() {
        TestQuiz quiz = quiz(3);

        JsonPath first = ada.asks().get(quiz.path() + "/versions?limit=2").jsonPath();
        Response second = ada.asks().get(quiz.path() + "/versions?limit=2&cursor=" + first.getString("next"));

        assertEquals(List.of(3, 2), first.getList("items.version"));
        assertEquals(List.of(true, false), first.getList("items.shown"));
        assertEquals(List.of("3", "2"), first.getList("items.title"));
        second.then().body("items.version", equalTo(List.of(1))).body("next", nullValue());
        ada.asks().get(quiz.path() + "/versions?cursor=eA").then().statusCode(400);
        TestPlayer.with("author").asks().get(quiz.path() + "/versions").then().statusCode(404);
    }

    @Test
    void anEarlierVersionIsShownAgainToWhoHasSeenThePresentOne() {
        TestQuiz quiz = quiz(2);
        String tag = tag(quiz);
        String document = ada.asks().get(quiz.path() + "/versions").path("items[1].document");

        rollBack(ada, quiz, null, 1).then().statusCode(428).body("code", equalTo("precondition-required"));
        rollBack(ada, quiz, "\"other\"", 1).then().statusCode(412);
        rollBack(ada, quiz, tag, 7).then().statusCode(404);
        rollBack(ada, quiz, tag, 1)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("title", equalTo("1"))
                .body("document", equalTo(document));

        rollBack(ada, quiz, tag, 2).then().statusCode(412);
        assertEquals("1", TestPublications.fetch(document).path("title"));
        ada.asks()
                .header("If-None-Match", tag(quiz))
                .get(quiz.path() + "/current")
                .then()
                .statusCode(304);
        assertEquals(3, TestPublications.published(quiz, 2).getInt("version"));
    }

    @Test
    void whatIsUnpublishedNobodySeesUntilAVersionIsShownAgain() {
        TestQuiz quiz = quiz(1);
        TestPlayer viewer = quiz.sharedWith(TestPlayer.with("author"), "viewer");

        viewer.asks().delete(quiz.path() + "/current").then().statusCode(403);
        ada.asks()
                .header("If-Match", "\"other\"")
                .delete(quiz.path() + "/current")
                .then()
                .statusCode(412);
        ada.asks().delete(quiz.path() + "/current").then().statusCode(204);
        ada.asks().delete(quiz.path() + "/current").then().statusCode(204);

        TestPublications.current(ada, quiz).then().statusCode(404);
        rollBack(viewer, quiz, null, 1).then().statusCode(403);
        rollBack(ada, quiz, null, 1).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void anAdminTakesDownTheQuizOfAnother() {
        TestQuiz quiz = quiz(1);
        TestPlayer admin = TestPlayer.with("admin");

        admin.asks().delete(quiz.path() + "/current").then().statusCode(204);

        TestPublications.current(ada, quiz).then().statusCode(404);
        JsonPath audit = admin.asks()
                .get("/v1/admin/audit?action=quiz-unpublished&actor=" + admin.id())
                .jsonPath();
        assertEquals(quiz.id(), audit.getString("items[0].details.quiz"));
        rollBack(admin, quiz, null, 1).then().statusCode(404);
    }

    @Test
    void whatAModeratorTakesDownItsAuthorsDoNotShowAgain() {
        TestQuiz quiz = quiz(2);
        rollBack(ada, quiz, tag(quiz), 1).then().statusCode(200);
        assertEquals(3, TestPublications.published(quiz, 2).getInt("version"));
        String document = TestPublications.current(ada, quiz).path("document");
        UUID webhook = TestPublications.restingWebhook(pool, ada, "publication.withdrawn");
        TestPlayer moderator = TestPlayer.with("moderator");

        moderator
                .asks()
                .header("If-Match", "\"other\"")
                .delete(quiz.path() + "/current")
                .then()
                .statusCode(412);
        moderator
                .asks()
                .queryParam("reason", "It insults people.")
                .delete(quiz.path() + "/current")
                .then()
                .statusCode(204);

        TestPublications.current(ada, quiz).then().statusCode(404);
        JsonPath versions = ada.asks().get(quiz.path() + "/versions").jsonPath();
        assertEquals(
                List.of(true, true, false), versions.getList("items.takenDown"), "one of them has the same content");
        assertEquals(List.of(true, true, false), versions.getList("items.withdrawn"));
        assertEquals("It insults people.", versions.getString("items[0].reason"));
        for (int version : new int[] {2, 3}) {
            rollBack(ada, quiz, null, version).then().statusCode(409).body("code", equalTo("version-taken-down"));
        }
        TestPublications.asked(ada, quiz, 2).then().statusCode(409).body("code", equalTo("version-taken-down"));
        await().atMost(SOON).until(() -> TestPublications.fetch(document).statusCode() == 404);
        JsonPath audit = TestPlayer.with("admin")
                .asks()
                .get("/v1/admin/audit?action=quiz-unpublished&actor=" + moderator.id())
                .jsonPath();
        assertEquals(List.of("It insults people."), audit.getList("items.details.reason"), "once, for what was seen");
        assertEquals(
                "It insults people.",
                JsonPath.from(tables.row("SELECT body FROM webhook_delivery WHERE webhook_id = ?", webhook.toString())
                                .getString(0))
                        .getString("data.reason"));
        rollBack(ada, quiz, null, 1).then().statusCode(200).body("version", equalTo(1));
        quiz.save(ada, quiz.get(ada).header("ETag"), TestQuiz.body("Mended", TestQuiz.single("One?")));
        assertEquals(4, TestPublications.published(quiz, 3).getInt("version"));
    }

    /** The newest version of a quiz gets a number as if others had been published before it. */
    private void renumber(TestQuiz quiz, int from, int to) {
        tables.execute(
                "UPDATE publication SET version = " + to + " WHERE version = " + from + " AND quiz_id = ?", quiz.id());
    }

    @Test
    void whatWasTakenDownIsKnownAgainHoweverMuchWasPublishedSince() {
        TestQuiz quiz = quiz(1);
        Object[] items = quiz.view().getList("items").toArray();
        TestPlayer.with("moderator")
                .asks()
                .queryParam("reason", "It insults people.")
                .delete(quiz.path() + "/current")
                .then()
                .statusCode(204);
        String tag = quiz.save(ada, quiz.tag(), TestQuiz.body("2", items)).header("ETag");
        TestPublications.published(quiz, 2);
        renumber(quiz, 2, 2 * VersionService.KEPT);
        tag = quiz.save(ada, tag, TestQuiz.body("3", items)).header("ETag");

        TestPublications.published(quiz, 3);

        quiz.save(ada, tag, TestQuiz.body("1", items)).then().statusCode(200);
        TestPublications.asked(ada, quiz, 4).then().statusCode(409).body("code", equalTo("version-taken-down"));
        ada.asks()
                .get(quiz.path() + "/versions")
                .then()
                .body("items.version", equalTo(List.of(101, 100, 1)))
                .body("items[2].takenDown", equalTo(true))
                .body("items[2].reason", equalTo("It insults people."));
    }

    @Test
    void theNewestFiftyAreKeptWithTheirFiles() {
        TestQuiz quiz = quiz(4);
        List<String> documents =
                ada.asks().get(quiz.path() + "/versions").jsonPath().getList("items.document");
        renumber(quiz, 4, VersionService.KEPT + 1);
        quiz.save(ada, quiz.get(ada).header("ETag"), TestQuiz.body("5", TestQuiz.single("One?")));

        TestPublications.published(quiz, 5);

        ada.asks().get(quiz.path() + "/versions").then().body("items.version", equalTo(List.of(52, 51, 3)));
        for (String gone : documents.subList(2, 4)) {
            await().atMost(SOON).until(() -> TestPublications.fetch(gone).statusCode() == 404);
        }
        for (String kept : documents.subList(0, 2)) {
            assertEquals(200, TestPublications.fetch(kept).statusCode());
        }
    }

    @Test
    void whoModeratesUnpublishesTheOwnQuizLikeEverybody() {
        TestPlayer admin = TestPlayer.with("admin");
        TestQuiz quiz = TestQuiz.of(admin, "Mine", TestQuiz.single("One?"));
        TestPublications.published(quiz, 1);

        admin.asks().delete(quiz.path() + "/current").then().statusCode(204);

        TestPublications.current(admin, quiz).then().statusCode(404);
        rollBack(admin, quiz, null, 1).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void whatModerationRefusesByNowIsNotShownAgain() {
        String cover = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, cover, TestPublications.approvedPicture(ada));
        TestPublications.published(quiz, 1);
        ada.asks().delete(quiz.path() + "/current").then().statusCode(204);
        TestPublications.decide(cover, "refused");

        Response refused = rollBack(ada, quiz, null, 1);

        refused.then().statusCode(409).body("code", equalTo("conflict"));
        assertTrue(refused.<String>path("detail").contains("not approved"));
    }
}
