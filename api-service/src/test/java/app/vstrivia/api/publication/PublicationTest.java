package app.vstrivia.api.publication;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.publication.version.VersionService;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@ApiTest
class PublicationTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    StoredPublications stored;

    @Inject
    PublicationJob job;

    @Inject
    SweepJob sweep;

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

    private static TestQuiz small(TestPlayer owner) {
        return TestQuiz.of(owner, "Small", TestQuiz.single("One?"));
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

    @Test
    void itIsPublishedStepByStepAndEverybodyMayFetchIt() {
        String cover = TestPublications.approvedPicture(ada);
        TestQuiz quiz = TestPublications.illustrated(ada, cover, TestPublications.approvedPicture(ada));
        Response asked = TestPublications.asked(ada, quiz, 1);

        JsonPath ended = TestPublications.ended(ada, asked);

        assertEquals("/v1/publications/" + asked.path("id"), asked.header("Location"));
        assertEquals("publication:" + asked.path("id"), asked.path("stream"));
        assertEquals("running", asked.path("status"));
        assertEquals("published", ended.getString("status"));
        assertEquals(
                List.of(7, 7, 1), List.of(ended.getInt("stepsDone"), ended.getInt("steps"), ended.getInt("version")));
        assertEquals(
                List.of(
                        "publication-accepted",
                        "publication-step",
                        "publication-step",
                        "publication-step",
                        "publication-step",
                        "publication-step",
                        "publication-step",
                        "publication-step",
                        "publication-ended"),
                tables.events(asked.path("stream")));
        Response current = TestPublications.current(TestPlayer.register("Anybody"), quiz);
        current.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("version", equalTo(1))
                .body("title", equalTo("Animals"))
                .body("questions", equalTo(8));
        Response document = TestPublications.fetch(current.path("document"));
        document.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Type", "application/json");
        assertTrue(current.<String>path("document").matches(".*/quizzes/[0-9a-f-]{36}/quiz-[0-9a-f]{32}\\.json"));
        assertHasPictures(current.path("document"), document.jsonPath());
    }

    private static void assertHasPictures(String url, JsonPath document) {
        String beside = url.replaceFirst("[^/]*$", "");
        Set<String> types = new HashSet<>();
        for (String path : List.of("cover", "questions[7].media")) {
            List<Map<String, Object>> files = document.getList(path + ".files");
            assertFalse(files.isEmpty(), path);
            for (Map<String, Object> file : files) {
                Response fetched = TestPublications.fetch(beside + file.get("name"));
                fetched.then()
                        .statusCode(200)
                        .header("Cache-Control", "public, max-age=31536000, immutable")
                        .header("Content-Type", (String) file.get("type"));
                assertEquals(file.get("bytes"), fetched.asByteArray().length);
                types.add((String) file.get("type"));
            }
        }
        assertEquals(Set.of("image/jpeg", "image/webp"), types);
        assertEquals(16.0 / 9, (double) document.getInt("cover.width") / document.getInt("cover.height"), 0.01);
    }

    @Test
    void oneRunsAtATimeAndMayBeCancelled() {
        TestQuiz quiz = small(ada);
        UUID running = stored.add(quiz);

        TestPublications.asked(ada, quiz, 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("publication-running"))
                .body("publication", equalTo(running.toString()));
        ada.asks().delete("/v1/publications/" + running).then().statusCode(204);
        ada.asks().delete("/v1/publications/" + running).then().statusCode(204);

        ada.asks().get("/v1/publications/" + running).then().body("status", equalTo("cancelled"));
        assertEquals("cancelled", new JsonPath(tables.lastEvent("publication:" + running)).getString("outcome"));
        JsonPath ended = TestPublications.published(quiz, 1);
        assertEquals("published", ended.getString("status"));
        ada.asks()
                .delete("/v1/publications/" + ended.getString("id"))
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void whatIsShownAsItIsIsNotPublishedAgain() {
        TestQuiz quiz = small(ada);
        String first = TestPublications.published(quiz, 1).getString("id");
        String tag = quiz.save(
                        ada,
                        quiz.tag(),
                        TestQuiz.body("Small", quiz.view().getList("items").toArray()))
                .header("ETag");

        TestPublications.asked(ada, quiz, 2)
                .then()
                .statusCode(409)
                .body("code", equalTo("quiz-unchanged"))
                .body("publication", equalTo(first));
        quiz.save(ada, tag, TestQuiz.body("Larger", TestQuiz.single("Two?")))
                .then()
                .statusCode(200);
        TestPublications.asked(ada, quiz, 2).then().statusCode(412);
        assertEquals(2, TestPublications.published(quiz, 3).getInt("version"));
    }

    @Test
    void whatIsNotFitFailsWithTheReasonAndLeavesNothing() {
        TestQuiz empty = TestQuiz.of(ada, "Empty");
        UUID draft = TestQuiz.bank("zz", "Is it a draft?").get(0);
        tables.execute("UPDATE question SET status = 'retired' WHERE id = ?", draft.toString());
        TestQuiz retired = TestQuiz.of(ada, "Retired", TestQuiz.quoted(draft));
        TestQuiz lost =
                TestPublications.illustrated(ada, UUID.randomUUID().toString(), TestPublications.approvedPicture(ada));
        TestQuiz unseen = TestPublications.illustrated(
                ada, TestPublications.readyPicture(ada), TestPublications.approvedPicture(ada));

        Map<TestQuiz, String> problems = Map.of(
                empty,
                "no-questions",
                retired,
                "question-not-approved",
                lost,
                "medium-missing",
                unseen,
                "medium-not-approved");

        problems.forEach((quiz, problem) -> {
            JsonPath ended = TestPublications.published(quiz, 1);
            assertEquals("failed", ended.getString("status"));
            assertEquals(problem, ended.getString("problem"));
            JsonPath last = new JsonPath(tables.lastEvent(ended.getString("stream")));
            assertEquals(List.of("failed", problem), List.of(last.getString("outcome"), last.getString("problem")));
            await().atMost(SOON).until(() -> publicFiles(ended.getString("id")) == 0);
            TestPublications.current(ada, quiz).then().statusCode(404);
        });
    }

    @Test
    void theOwnersWebhooksAreToldWhoeverPublishes() {
        UUID webhook = TestPublications.restingWebhook(pool, ada, "publication.published", "publication.failed");
        TestQuiz quiz = small(ada);
        TestPlayer editor = quiz.sharedWith(TestPlayer.with("author"), "editor");

        TestPublications.ended(editor, TestPublications.asked(editor, quiz, 1));
        TestPublications.published(TestQuiz.of(ada, "Empty"), 1);

        String of = "webhook_delivery WHERE webhook_id = ? AND kind = ? AND body LIKE ?";
        assertEquals(1, count(of, webhook, "publication.published", "%" + quiz.id() + "%"));
        assertEquals(1, count(of, webhook, "publication.failed", "%no-questions%"));
        assertEquals(2, count("webhook_delivery WHERE webhook_id = ?", webhook));
    }

    @Test
    void editorsPublishViewersWatchAndOthersKnowNothing() {
        TestQuiz quiz = small(ada);
        TestPlayer viewer = quiz.sharedWith(TestPlayer.with("author"), "viewer");
        TestPlayer editor = quiz.sharedWith(TestPlayer.with("author"), "editor");
        TestPlayer other = TestPlayer.with("author");

        TestPublications.asked(viewer, quiz, 1).then().statusCode(403);
        TestPublications.asked(other, quiz, 1).then().statusCode(404);
        Response asked = TestPublications.asked(editor, quiz, 1);
        JsonPath ended = TestPublications.ended(viewer, asked);

        assertEquals("published", ended.getString("status"));
        String stream = asked.path("stream");
        assertEquals(3, count("stream_reader WHERE stream_id = ?", stream));
        assertEquals(
                1, count("stream_reader WHERE stream_id = ? AND player_id = ?", stream, UuidV7.parse(viewer.id())));
        viewer.asks().delete(asked.header("Location")).then().statusCode(403);
        other.asks().get(asked.header("Location")).then().statusCode(404);
        assertEquals(
                1,
                count(
                        "audit_event WHERE action = 'quiz-published' AND actor = ? AND details LIKE ?",
                        UuidV7.parse(editor.id()),
                        "%" + quiz.id() + "%"));
    }

    @Test
    void aWeekLaterTheStreamGoesAndTheVersionStays() {
        TestQuiz quiz = small(ada);
        String id = TestPublications.published(quiz, 1).getString("id");
        UUID failed = stored.add(TestQuiz.of(ada, "Empty"));
        job.run(failed.toString());
        for (String old : List.of(id, failed.toString())) {
            tables.execute("UPDATE publication SET ended_at = NOW(6) - INTERVAL 8 DAY WHERE id = ?", old);
            assertTrue(job.run(old).isDone());
            assertEquals(0, count("change_event WHERE stream_id = ?", "publication:" + old));
            assertEquals(0, count("stream_reader WHERE stream_id = ?", "publication:" + old));
        }

        assertTrue(tables.events("player:" + ada.id()).contains("stream-withdrawn"));
        assertEquals(0, count("publication WHERE id = ?", failed));
        TestPublications.fetch(TestPublications.current(ada, quiz).path("document"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatWasPublishedGoesWithItsQuiz() {
        TestQuiz quiz = small(ada);
        String id = TestPublications.published(quiz, 1).getString("id");
        ada.asks().delete(quiz.path()).then().statusCode(204);
        TestPublications.current(ada, quiz).then().statusCode(404);
        assertEquals(1, publicFiles(id));
        ada.asks().delete("/v1/quizzes/trash").then().statusCode(204);

        sweep.run("all");

        await().atMost(SOON).until(() -> count("publication WHERE id = ?", UuidV7.parse(id)) == 0);
        assertEquals(0, publicFiles(id));
        assertEquals(0, count("published_quiz WHERE publication_id = ?", UuidV7.parse(id)));
    }
}
