package app.vstrivia.api.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What is in the published files, and who gets them. */
@ApiTest
class PublishedDocumentTest {
    @Inject
    S3Client s3;

    private TestPlayer ada;

    @BeforeEach
    void register() {
        ada = TestPlayer.with("author");
    }

    @Test
    void nothingInTheDocumentTellsWhatIsRight() {
        Map<String, Object> settings = Map.of("shuffleChoices", true);
        Map<String, Object> body = TestQuiz.body("Secrets", TestQuiz.allKinds());
        body.put("settings", settings);
        String id = ada.asks().body(body).post("/v1/quizzes").path("quizId");
        TestQuiz quiz = new TestQuiz(ada, id, null);
        TestPublications.published(quiz, 1);

        String text = TestPublications.fetch(TestPublications.current(ada, quiz).path("document"))
                .asString();

        JsonPath document = new JsonPath(text);
        Set<String> fields = new HashSet<>();
        document.<Map<String, Object>>getList("questions").forEach(question -> fields.addAll(question.keySet()));
        assertEquals(Set.of("itemId", "type", "text", "choices", "seconds", "slider"), fields);
        assertEquals(List.of("Anon"), document.getList("credits"));
        assertEquals(List.of("no", "yes"), document.getList("questions[0].choices"));
        assertEquals(List.of("first", "second", "third"), document.getList("questions[4].choices"));
        assertEquals(Map.of("min", "1", "max", "9", "step", "2"), document.getMap("questions[3].slider"));
        for (String solution : List.of("correct", "Both.", "Lovelace", "tolerance", "0.5", "\"7\"")) {
            assertFalse(text.contains(solution), solution);
        }
    }

    @Test
    void everybodyGetsWhatIsPublicAndListsNothing() {
        for (String bucket : List.of("trivia-private", "trivia-public")) {
            s3.putObject(request -> request.bucket(bucket).key("probe"), RequestBody.fromString("probe"));
            String url = s3.utilities()
                    .getUrl(request -> request.bucket(bucket).key("probe"))
                    .toString();

            assertEquals(
                    bucket.endsWith("public") ? 200 : 403,
                    TestPublications.fetch(url).statusCode());
            assertEquals(403, TestPublications.fetch(url.replace("/probe", "/")).statusCode());
        }
    }

    @Test
    void aPageOfAnotherOriginMayReadTheDocument() {
        TestQuiz quiz = TestQuiz.of(ada, "Small", TestQuiz.single("One?"));
        TestPublications.published(quiz, 1);
        String document = TestPublications.current(ada, quiz).path("document");

        given().header("Origin", "https://elsewhere.example")
                .get(document)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"));
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .options(document)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("GET"));
    }

    @Test
    void whatIsSaidOfAPictureIsInTheDocumentAndItsMakersAreAtNoQuestion() {
        Map<String, Object> media = Map.of(
                "kind",
                "picture",
                "reference",
                TestPublications.approvedPicture(ada),
                "alternative",
                "A striped animal",
                "licence",
                "CC BY 4.0",
                "attribution",
                "Photo of a zebra by Eve");
        TestQuiz quiz = TestQuiz.of(
                ada,
                "Captions",
                TestQuiz.own(
                        "single",
                        "What is that?",
                        Map.of("choices", TestQuiz.choices("Zebra", true, "Aardvark", false), "media", media)));

        assertEquals(media, quiz.view().getMap("items[0].question.media"));
        ada.asks()
                .get(quiz.path() + "/preview")
                .then()
                .body("questions[0].media.alternative", equalTo("A striped animal"));
        TestPublications.published(quiz, 1);
        JsonPath document = TestPublications.fetch(
                        TestPublications.current(ada, quiz).path("document"))
                .jsonPath();
        assertEquals("A striped animal", document.getString("questions[0].media.alternative"));
        assertEquals(List.of("Photo of a zebra by Eve (CC BY 4.0)"), document.getList("credits"));
        assertFalse(document.getMap("questions[0]").toString().contains("Eve"));
    }

    @Test
    void whereQuestionsAreFromIsSaidApartFromThem() {
        Map<String, Object> choices = Map.of("choices", TestQuiz.choices("Zebra", true, "Aardvark", false));
        Map<String, Object> from = new HashMap<>(choices);
        from.put("source", "https://en.example.org/wiki/Zebra");
        from.put("licence", "CC BY-SA 4.0");
        TestQuiz quiz = TestQuiz.of(
                ada,
                "Sources",
                TestQuiz.own("single", "What has stripes?", from),
                TestQuiz.own("single", "And again?", from),
                TestQuiz.own("single", "Whose is it?", choices));
        List<String> credits = List.of("https://en.example.org/wiki/Zebra (CC BY-SA 4.0)");

        TestPublications.published(quiz, 1);

        JsonPath document = TestPublications.fetch(
                        TestPublications.current(ada, quiz).path("document"))
                .jsonPath();
        assertEquals(credits, document.getList("credits"));
        assertFalse(document.getList("questions").toString().contains("wiki"));
        ada.asks().get(quiz.path() + "/preview").then().body("credits", equalTo(credits));
    }
}
