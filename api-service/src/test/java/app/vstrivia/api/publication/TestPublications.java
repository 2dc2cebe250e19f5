package app.vstrivia.api.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests do with publications. */
final class TestPublications {
    private static final Duration SOON = Duration.ofSeconds(60);

    private TestPublications() {}

    /** A picture that is ready and that everybody may see. */
    static String approvedPicture(TestPlayer author) {
        String id = readyPicture(author);
        decide(id, "approved");
        return id;
    }

    static String readyPicture(TestPlayer author) {
        String id = TestMedia.picture(author, TestPictures.unique("jpg"));
        TestMedia.done(author, id);
        return id;
    }

    static void decide(String medium, String decision) {
        TestPlayer.with("moderator")
                .asks()
                .body(Map.of("decision", decision))
                .put("/v1/reviews/" + medium)
                .then()
                .statusCode(204);
    }

    /** A quiz of all kinds of questions, with a cover, and with a question that has a picture. */
    static TestQuiz illustrated(TestPlayer author, String cover, String picture) {
        List<Object> items = new ArrayList<>(Arrays.asList(TestQuiz.allKinds()));
        items.add(TestQuiz.own(
                "single",
                "What is that?",
                Map.of(
                        "choices",
                        TestQuiz.choices("Zebra", true, "Aardvark", false),
                        "media",
                        Map.of("kind", "picture", "reference", picture),
                        "explanation",
                        "It has stripes.")));
        Map<String, Object> body = TestQuiz.body("Animals", items.toArray());
        body.put("cover", cover);
        body.put("description", "Of all kinds");
        Response created = author.asks().body(body).post("/v1/quizzes");
        created.then().statusCode(201);
        return new TestQuiz(author, created.path("quizId"), created.header("ETag"));
    }

    static Response asked(TestPlayer by, TestQuiz quiz, int revision) {
        return by.asks().body(Map.of("revision", revision)).post(quiz.path() + "/publications");
    }

    /** As it is when it has ended. */
    static JsonPath ended(TestPlayer by, Response asked) {
        String location = asked.then().statusCode(202).extract().header("Location");
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> by.asks().get(location).path("endedAt") != null);
        return by.asks().get(location).jsonPath();
    }

    static JsonPath published(TestQuiz quiz, int revision) {
        return ended(quiz.owner(), asked(quiz.owner(), quiz, revision));
    }

    static Response current(TestPlayer player, TestQuiz quiz) {
        return player.asks().get(quiz.path() + "/current");
    }

    /** As somebody without a token gets it. */
    static Response fetch(String url) {
        return given().urlEncodingEnabled(false).get(url);
    }

    /** A webhook of the owner's to which nothing is sent for now. */
    static UUID restingWebhook(Pool pool, TestPlayer owner, String... kinds) {
        UUID webhook = UuidV7.next();
        pool.preparedQuery(
                        "INSERT INTO webhook (id, owner_id, url, format, secret, free_at, failures, created_at)"
                                + " VALUES (?, ?, 'https://hooks.example.com/', 'standard', ?, NOW(6) + INTERVAL 1 DAY, 0, NOW(6))")
                .execute(Values.of(webhook, UuidV7.parse(owner.id()), Buffer.buffer(new byte[32])))
                .await()
                .indefinitely();
        for (String kind : kinds) {
            pool.preparedQuery("INSERT INTO webhook_kind (kind, webhook_id) VALUES (?, ?)")
                    .execute(Values.of(kind, webhook))
                    .await()
                    .indefinitely();
        }
        return webhook;
    }
}
