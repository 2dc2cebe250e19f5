package app.vstrivia.api.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.api.support.TestRoom;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.quarkus.arc.All;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What becomes of a version when a part of it is refused. */
@ApiTest
class WithdrawalTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    SweepJob sweep;

    @Inject
    WithdrawalJob withdrawal;

    @All
    @Inject
    List<RecurringJob> recurring;

    @Inject
    S3Client s3;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    private long count(String from, Object... values) {
        return pool.preparedQuery("SELECT COUNT(*) FROM " + from)
                .execute(Values.of(values))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private int publicFiles(String publication) {
        String folder = VersionService.folder(UuidV7.parse(publication));
        return s3.listObjectsV2(request -> request.bucket("trivia-public").prefix(folder))
                .keyCount();
    }

    private void awaitWithdrawn(TestQuiz quiz, String publication) {
        await().atMost(SOON).until(() -> TestPublications.current(ada, quiz).statusCode() == 404);
        await().atMost(SOON).until(() -> publicFiles(publication) == 0);
    }

    @Test
    void whatModerationRefusesLaterNobodyIsShownAnyMore() {
        String picture = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, TestPublications.approvedPicture(ada), picture);
        String first = TestPublications.published(quiz, 1).getString("id");
        String document = TestPublications.current(ada, quiz).path("document");
        JsonPath opened = ada.asks()
                .body(Map.of("quiz", Map.of("quizId", quiz.id())))
                .post("/v1/rooms")
                .jsonPath();
        TestRoom room = new TestRoom(ada, opened.getString("matchId"), opened.getString("pin"));
        room.joinedBy("First");
        assertTrue(publicFiles(first) > 5);
        UUID webhook = TestPublications.restingWebhook(pool, ada, "publication.withdrawn");

        TestPublications.decide(picture, "refused");
        awaitWithdrawn(quiz, first);

        assertEquals(404, TestPublications.fetch(document).statusCode());
        ada.asks()
                .get(quiz.path() + "/versions")
                .then()
                .body("items.version", equalTo(List.of(1)))
                .body("items[0].withdrawn", equalTo(true))
                .body("items[0].shown", equalTo(false));
        room.hostAsks("start").statusCode(409).body("code", equalTo("version-not-playable"));
        assertEquals("lobby", tables.match(room.match()).getString("phase"));
        assertEquals(1, count("webhook_delivery WHERE webhook_id = ? AND body LIKE ?", webhook, "%" + picture + "%"));
        assertEquals(
                1,
                count(
                        "audit_event WHERE action = 'quiz-unpublished' AND details LIKE ? AND details LIKE ?",
                        "%" + quiz.id() + "%",
                        "%" + picture + "%"));

        TestPublications.decide(picture, "approved");
        ada.asks()
                .body(Map.of("version", 1))
                .put(quiz.path() + "/current")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        assertEquals(2, TestPublications.published(quiz, 1).getInt("version"));
        TestPublications.fetch(TestPublications.current(ada, quiz).path("document"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatItsOwnerDeletesWhileEverybodySeesItModerationRefusesStill() {
        String picture = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, TestPublications.approvedPicture(ada), picture);
        String id = TestPublications.published(quiz, 1).getString("id");
        String document = TestPublications.current(ada, quiz).path("document");

        ada.asks().delete("/v1/media/" + picture).then().statusCode(204);

        ada.asks().get("/v1/media/" + picture).then().statusCode(404);
        ada.asks().delete("/v1/media/" + picture).then().statusCode(404);
        assertEquals(1, count("change_event WHERE stream_id = ? AND kind = 'media-removed'", "media:" + picture));
        TestPlayer.with("moderator").asks().get("/v1/media/" + picture).then().statusCode(404);
        TestPublications.fetch(document).then().statusCode(200);
        ada.asks().delete(quiz.path() + "/current").then().statusCode(204);
        ada.asks()
                .body(Map.of("version", 1))
                .put(quiz.path() + "/current")
                .then()
                .statusCode(200);

        TestPublications.decide(picture, "refused");
        awaitWithdrawn(quiz, id);

        assertEquals(404, TestPublications.fetch(document).statusCode());
        assertEquals(1, count("medium WHERE id = ? AND review = 'refused'", UuidV7.parse(picture)));
        // Its owner does not hear of what is not the owner's any more.
        assertEquals(1, count("change_event WHERE stream_id = ? AND kind = 'media-reviewed'", "media:" + picture));
        quiz.save(
                ada,
                quiz.get(ada).header("ETag"),
                TestQuiz.body("Again", quiz.view().getList("items").toArray()));
        assertEquals("medium-missing", TestPublications.published(quiz, 2).getString("problem"));
    }

    @Test
    void whatIsDeletedStaysForModerationOnlyAsLongAsAVersionShowsIt() {
        String picture = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, TestPublications.approvedPicture(ada), picture);
        String id = TestPublications.published(quiz, 1).getString("id");
        ada.asks().delete("/v1/media/" + picture).then().statusCode(204);
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 2 DAY WHERE id = ?", picture);

        mediaSweep().run("all");
        assertEquals(1, count("medium WHERE id = ?", UuidV7.parse(picture)));
        assertEquals(1, count("review WHERE id = ?", UuidV7.parse(picture)));

        ada.asks().delete(quiz.path()).then().statusCode(204);
        ada.asks().delete("/v1/quizzes/trash").then().statusCode(204);
        sweep.run("all");
        await().atMost(SOON).until(() -> publicFiles(id) == 0);
        mediaSweep().run("all");
        assertEquals(0, count("medium WHERE id = ?", UuidV7.parse(picture)));
        assertEquals(0, count("review WHERE id = ?", UuidV7.parse(picture)));
    }

    private RecurringJob mediaSweep() {
        return recurring.stream()
                .filter(job -> job.kind().equals("media-sweep"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuestionOfTheBankThatIsRetiredStaysInWhatIsPublishedAndIsQuotedNoMore() {
        UUID asked = TestQuiz.bank("zw", "Will it stay?").get(0);
        TestQuiz quiz = TestQuiz.of(ada, "Quoting", TestQuiz.quoted(asked));
        String id = TestPublications.published(quiz, 1).getString("id");

        given().auth()
                .oauth2(Operator.token("admin"))
                .contentType("application/json")
                .body(Map.of("status", "retired"))
                .put("/v1/questions/" + asked + "/status")
                .then()
                .statusCode(204);

        assertEquals(0, count("job WHERE task_name = 'publication-withdrawal' AND task_instance LIKE ?", "%" + asked));
        assertEquals(
                List.of(false),
                ada.asks().get(quiz.path() + "/versions").jsonPath().getList("items.withdrawn"));
        assertTrue(publicFiles(id) > 0);
        JsonPath opened = ada.asks()
                .body(Map.of("quiz", Map.of("quizId", quiz.id())))
                .post("/v1/rooms")
                .jsonPath();
        TestRoom room = new TestRoom(ada, opened.getString("matchId"), opened.getString("pin"));
        room.joinedBy("First");
        room.hostAsks("start").statusCode(204);
        assertEquals(
                "Will it stay?",
                tables.row("SELECT text FROM match_round WHERE match_id = ?", room.match())
                        .getString(0));
        quiz.save(ada, quiz.tag(), TestQuiz.body("Once more", TestQuiz.quoted(asked)));
        assertEquals(
                "question-not-approved", TestPublications.published(quiz, 2).getString("problem"));
    }

    @Test
    void whatWasAllowedAgainBeforeTheJobCameStays() {
        UUID asked = TestQuiz.bank("zx", "Will it come back?").get(0);
        String picture = TestPublications.approvedPicture(ada);
        TestQuiz quoting = TestQuiz.of(ada, "Quoting", TestQuiz.quoted(asked));
        TestQuiz showing = TestPublications.illustrated(ada, TestPublications.approvedPicture(ada), picture);
        TestPublications.published(quoting, 1);
        String id = TestPublications.published(showing, 1).getString("id");

        assertEquals(Outcome.done(), withdrawal.run("question:" + asked));
        assertEquals(Outcome.done(), withdrawal.run("medium:" + picture));

        TestPublications.current(ada, quoting).then().statusCode(200);
        TestPublications.current(ada, showing).then().statusCode(200);
        assertTrue(publicFiles(id) > 5);
    }

    /** By the service of before. */
    @Test
    void whatWasPublishedWithoutNotingItsPartsIsWithdrawnAsWell() {
        String picture = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, TestPublications.approvedPicture(ada), picture);
        String id = TestPublications.published(quiz, 1).getString("id");
        assertEquals(2, count("publication_part WHERE publication_id = ?", UuidV7.parse(id)));
        tables.execute("DELETE FROM publication_part WHERE publication_id = ?", id);
        tables.execute("UPDATE publication SET parts_noted = 0 WHERE id = ?", id);

        TestPublications.decide(picture, "refused");
        sweep.run("all");

        awaitWithdrawn(quiz, id);
        assertEquals(2, count("publication_part WHERE publication_id = ?", UuidV7.parse(id)));
    }

    @Test
    void aCoverIsCutOnce() {
        String cover = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, cover, TestPublications.approvedPicture(ada));
        TestPublications.published(quiz, 1);
        String folder = "media/" + cover + "/cover-16x9-";
        String cut = s3.listObjectsV2(
                        request -> request.bucket("trivia-private").prefix(folder))
                .contents()
                .get(0)
                .key();
        byte[] marked = "not cut again".getBytes();
        s3.putObject(request -> request.bucket("trivia-private").key(cut), RequestBody.fromBytes(marked));

        Map<String, Object> body =
                TestQuiz.body("Renamed", quiz.view().getList("items").toArray());
        body.put("cover", cover);
        quiz.save(ada, quiz.tag(), body).then().statusCode(200);
        TestPublications.published(quiz, 2);

        String url = TestPublications.current(ada, quiz).path("document");
        String size = cut.substring(folder.length()).replace(".", "-[0-9a-f]+\\.");
        String name = TestPublications.fetch(url).jsonPath().<String>getList("cover.files.name").stream()
                .filter(file -> file.matches("cover-" + size))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(
                marked,
                TestPublications.fetch(url.replaceFirst("[^/]*$", "") + name).asByteArray());
    }
}
