package app.vstrivia.api.publication;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.api.media.TestReviews;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestDeparture;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.api.support.TestRoom;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What players find wrong with questions of a published quiz. */
@ApiTest
class QuizReportTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;
    private TestPlayer moderator;
    private UUID quoted;
    private TestQuiz quiz;
    private String version;
    private TestRoom room;
    private TestPlayer first;
    private TestPlayer second;

    /** The first question is the author's own, the second one of the bank. */
    @BeforeEach
    void play() {
        tables = new Tables(pool);
        moderator = TestPlayer.with("moderator");
        ada = TestPlayer.with("author");
        quoted = TestQuiz.bank("zr", "Is it the bank's?").get(0);
        play(ada);
    }

    private void play(TestPlayer author) {
        quiz = TestQuiz.of(author, "Both", TestQuiz.single("Mine?"), TestQuiz.quoted(quoted));
        version = TestPublications.published(quiz, 1).getString("id");
        TestPlayer host = TestPlayer.register("Hostess");
        JsonPath opened = host.asks()
                .body(Map.of("quiz", Map.of("quizId", quiz.id())))
                .post("/v1/rooms")
                .jsonPath();
        room = new TestRoom(host, opened.getString("matchId"), opened.getString("pin"));
        first = room.joinedBy("First");
        second = room.joinedBy("Second");
        room.hostAsks("start").statusCode(204);
        tables.setMatch(room.match(), "phase = 'revealed', round_no = 2");
    }

    private ValidatableResponse report(TestPlayer player, int round, String reason, String text) {
        return player.asks()
                .body(Map.of("reason", reason, "text", text))
                .put("/v1/matches/" + room.match() + "/rounds/" + round + "/report")
                .then();
    }

    private ValidatableResponse reports(TestPlayer reader) {
        return reader.asks().get(quiz.path() + "/reports").then();
    }

    private Response decide(TestPlayer by, String decision) {
        return by.asks()
                .body(Map.of("decision", decision, "reason", "It insults people."))
                .put("/v1/reviews/" + version);
    }

    private JsonPath waiting() {
        return TestReviews.waiting(moderator, version);
    }

    @Test
    void whatIsWrongWithAnOwnQuestionReachesWhoWorksOnTheQuizWithoutNames() {
        report(first, 1, "unclear", " Which one? ").statusCode(204);

        String said = reports(ada)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(1))
                .body("items[0].itemId", equalTo(quiz.view().getString("items[0].itemId")))
                .body("items[0].question", equalTo("Mine?"))
                .body("items[0].reason", equalTo("unclear"))
                .body("items[0].text", equalTo("Which one?"))
                .extract()
                .asString();
        assertFalse(said.contains(first.id()) || said.contains("First"), said);
        ada.asks().get(quiz.path() + "/versions").then().body("items.reports", contains(1));
        reports(quiz.sharedWith(TestPlayer.with("author"), "viewer")).body("items", hasSize(1));
        reports(moderator).body("items", hasSize(1));
        reports(TestPlayer.with("author")).statusCode(404);
        report(TestPlayer.register("Eve"), 1, "unclear", "").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void whatIsWrongWithAQuotedQuestionReachesTheBank() {
        report(first, 2, "outdated", "").statusCode(204);

        reports(ada).body("items", empty());
        assertNull(waiting());
        Operator.asks().get("/v1/questions/" + quoted + "/reports").then().body("items.reason", contains("outdated"));
    }

    @Test
    void whatAModeratorRefusesIsTakenDown() {
        report(first, 1, "offensive", "").statusCode(204);
        report(second, 1, "language", "").statusCode(204);
        JsonPath review = waiting();
        assertEquals("quiz", review.getString("kind"));
        assertEquals("pending", review.getString("status"));
        assertEquals(List.of("language", "offensive"), review.getList("labels"));
        assertEquals(
                quiz.id(), TestPublications.fetch(review.getString("preview")).path("quizId"));

        decide(moderator, "refused").then().statusCode(204);

        assertNull(waiting());
        TestPublications.current(ada, quiz).then().statusCode(404);
        ada.asks()
                .get(quiz.path() + "/versions")
                .then()
                .body("items[0].takenDown", equalTo(true))
                .body("items[0].reason", equalTo("It insults people."));
        TestPublications.asked(ada, quiz, 1).then().statusCode(409).body("code", equalTo("version-taken-down"));
        report(room.host(), 1, "other", "").statusCode(204);
        assertNull(waiting(), "it was looked at");
        decide(moderator, "approved").then().statusCode(404);
    }

    @Test
    void whatAModeratorLeavesStaysAndComesAgainWithTheNextReport() {
        report(first, 1, "offensive", "").statusCode(204);

        decide(moderator, "approved").then().statusCode(204);

        assertNull(waiting());
        TestPublications.current(ada, quiz).then().statusCode(200);
        reports(ada).body("items", hasSize(1));
        report(first, 1, "offensive", "Once more!").statusCode(204);
        assertNull(waiting(), "of one player a moderator hears once");
        report(second, 1, "unclear", "").statusCode(204);
        assertEquals(List.of("offensive", "unclear"), waiting().getList("labels"));
    }

    @Test
    void whatGoesOrIsUnpublishedByARefusalWaitsForNobody() {
        report(first, 1, "offensive", "").statusCode(204);

        moderator.asks().delete(quiz.path() + "/current").then().statusCode(204);

        assertNull(waiting());
    }

    @Test
    void nobodyDecidesOnTheOwnQuiz() {
        TestPlayer admin = TestPlayer.with("admin");
        play(admin);
        report(first, 1, "offensive", "").statusCode(204);

        decide(admin, "approved").then().statusCode(403).body("code", equalTo("own-thing"));

        decide(moderator, "approved").then().statusCode(204);
    }

    @Test
    void whoWorksOnTheQuizHasSeenToThem() {
        report(first, 1, "language", "").statusCode(204);
        String seen = reports(ada).extract().path("items[0].reportedAt");
        report(second, 1, "outdated", "").statusCode(204);
        TestPlayer viewer = quiz.sharedWith(TestPlayer.with("author"), "viewer");
        viewer.asks()
                .queryParam("until", seen)
                .delete(quiz.path() + "/reports")
                .then()
                .statusCode(403);

        ada.asks()
                .queryParam("until", seen)
                .delete(quiz.path() + "/reports")
                .then()
                .statusCode(204);

        reports(ada).body("items.reason", contains("outdated"));
        TestPlayer.with("admin")
                .asks()
                .get("/v1/admin/audit?action=question-reports-settled&actor=" + ada.id())
                .then()
                .body("items[0].details.quiz", equalTo(quiz.id()))
                .body("items[0].details.reports", equalTo("1"));
    }

    @Test
    void theyComeInPagesTheNewestFirst() {
        for (TestPlayer player : List.of(first, second, room.host())) {
            report(player, 1, "other", player.name()).statusCode(204);
        }

        List<String> texts = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = ada.asks()
                    .get(quiz.path() + "/reports?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .jsonPath();
            texts.addAll(page.getList("items.text"));
            next = page.getString("next");
        }

        assertEquals(List.of("Hostess", "Second", "First"), texts);
    }

    @Test
    void whatSomebodySaidWhoIsErasedGoes() {
        report(first, 1, "other", "").statusCode(204);
        TestDeparture.begin(first);

        TestDeparture.letAWorkerComeAfterAWeek(pool, first);

        await().atMost(SOON)
                .until(() -> reports(ada).extract().<List<?>>path("items").isEmpty());
    }
}
