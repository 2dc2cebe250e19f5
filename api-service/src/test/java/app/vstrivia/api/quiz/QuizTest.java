package app.vstrivia.api.quiz;

import static app.vstrivia.api.support.TestQuiz.single;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestQuiz;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class QuizTest {
    @Inject
    Pool pool;

    private TestPlayer ada;

    @BeforeEach
    void author() {
        ada = TestPlayer.with("author");
    }

    @Test
    void whatWasSavedCanBeReadAndSavedAgainAsItIs() {
        UUID question = TestQuiz.bank("qza", "Known?").get(0);
        Map<String, Object> body = TestQuiz.body("All of them", TestQuiz.allKinds());
        List<Object> items = new ArrayList<>(List.of(TestQuiz.allKinds()));
        items.add(3, TestQuiz.quoted(question));
        body.put("items", items);
        body.put("description", "One of each.\nAnd one of the bank.");
        body.put("cover", UUID.randomUUID().toString());
        body.put("settings", Map.of("scoring", "accuracy", "secondsPerQuestion", 45, "shuffleChoices", true));

        JsonPath made = ada.asks()
                .body(body)
                .post("/v1/quizzes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        TestQuiz quiz = new TestQuiz(ada, made.getString("quizId"), null);
        Response read = quiz.get(ada);
        assertEquals(made.getMap("$"), read.jsonPath().getMap("$"));
        assertEquals(
                List.of("single", "multiple", "boolean", "numeric", "ordering", "text", "poll"),
                made.getList("items.question.type").stream()
                        .filter(type -> type != null)
                        .toList());
        assertEquals(question.toString(), made.getString("items[3].questionId"));
        assertEquals("owner", made.getString("access"));
        assertEquals(1, made.getInt("revision"));
        assertEquals(body.get("description"), made.getString("description"));
        assertEquals(body.get("cover"), made.getString("cover"));
        assertEquals(
                Map.of(
                        "scoring",
                        "accuracy",
                        "secondsPerQuestion",
                        45,
                        "shuffleQuestions",
                        false,
                        "shuffleChoices",
                        true),
                made.getMap("settings"));
        assertEquals(
                Map.of("value", "7", "tolerance", "0.5", "min", "1", "max", "9", "step", "2"),
                made.getMap("items[4].question.number"));
        assertEquals(List.of("Ada", "Ada Lovelace"), made.getList("items[6].question.answers"));

        Response again = quiz.save(ada, read.header("ETag"), new HashMap<>(made.getMap("$")));

        assertEquals(200, again.statusCode(), again.asString());
        assertEquals(made.getList("items"), again.jsonPath().getList("items"));
        assertEquals(2, again.jsonPath().getInt("revision"));
    }

    @Test
    void theTagOfWhatIsMadeOrSavedIsThatOfTheNextRead() {
        String key = UUID.randomUUID().toString();
        Response made = ada.asks()
                .header("Idempotency-Key", key)
                .body(TestQuiz.body("Tagged"))
                .post("/v1/quizzes");
        Response heardAgain = ada.asks()
                .header("Idempotency-Key", key)
                .body(TestQuiz.body("Tagged"))
                .post("/v1/quizzes");
        TestQuiz quiz = new TestQuiz(ada, made.path("quizId"), made.header("ETag"));

        assertEquals(quiz.tag(), quiz.get(ada).header("ETag"));
        assertEquals(quiz.tag(), heardAgain.header("ETag"));
        assertEquals(made.asString(), heardAgain.asString());
        ada.asks().header("If-None-Match", quiz.tag()).get(quiz.path()).then().statusCode(304);
        String saved = quiz.save(ada, quiz.tag(), TestQuiz.body("Tagged")).header("ETag");
        assertNotEquals(quiz.tag(), saved);
        assertEquals(saved, quiz.get(ada).header("ETag"));
    }

    @Test
    void aQuizMayBeTwiceAsLargeAsOtherBodies() {
        String body = "{\"title\":\"Large\",\"language\":\"en\",\"items\":[]" + " ".repeat(3 << 19);

        ada.asks().body(body + "}").post("/v1/quizzes").then().statusCode(201);
        ada.asks()
                .body(body + " ".repeat(1 << 19) + "}")
                .post("/v1/quizzes")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void itemsStayInTheOrderInWhichTheyWereSaved() {
        TestQuiz quiz = TestQuiz.of(ada, "Ordered", single("a"), single("b"), single("c"));
        List<Map<String, Object>> items = quiz.view().getList("items");
        String second = (String) items.get(1).get("itemId");
        Collections.reverse(items);
        items.remove(0);
        items.add(1, single("new"));
        Map<String, Object> body = TestQuiz.body("Ordered");
        body.put("items", items);

        quiz.save(ada, quiz.tag(), body).then().statusCode(200);

        JsonPath view = quiz.view();
        assertEquals(List.of("b", "new", "a"), view.getList("items.question.text"));
        assertEquals(second, view.getString("items[0].itemId"));
    }

    @Test
    void aQuizHasAHundredItemsAndNotMore() {
        Object[] hundred =
                IntStream.range(0, 100).mapToObj(i -> single("Q" + i)).toArray();
        TestQuiz quiz = TestQuiz.of(ada, "Long", hundred);

        List<String> texts = quiz.view().getList("items.question.text");
        assertEquals(IntStream.range(0, 100).mapToObj(i -> "Q" + i).toList(), texts);

        List<Object> more = new ArrayList<>(List.of(hundred));
        more.add(single("One more"));
        Map<String, Object> body = TestQuiz.body("Long");
        body.put("items", more);
        quiz.save(ada, quiz.tag(), body).then().statusCode(400).body("code", equalTo("invalid"));
        assertEquals(1, quiz.view().getInt("revision"));
    }

    @Test
    void aCopyIsAQuizOfItsOwn() {
        TestQuiz quiz = TestQuiz.of(ada, "Original", TestQuiz.allKinds());
        TestPlayer bob = quiz.sharedWith(TestPlayer.with("author"), "viewer");

        JsonPath copy = bob.asks()
                .post(quiz.path() + "/copies")
                .then()
                .statusCode(201)
                .body("quizId", not(equalTo(quiz.id())))
                .body("access", equalTo("owner"))
                .extract()
                .jsonPath();
        quiz.save(ada, quiz.tag(), TestQuiz.body("Changed")).then().statusCode(200);

        TestQuiz copied = new TestQuiz(bob, copy.getString("quizId"), null);
        assertEquals("Original", copied.view().getString("title"));
        assertEquals(7, copied.view().getList("items").size());
        assertFalse(copied.view().getList("items.itemId").contains(quiz.view().getString("items[0].itemId")));
        copied.get(ada).then().statusCode(404);
    }

    @Test
    void theListHasPagesAndTheNewestComeFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, TestQuiz.of(ada, "Quiz " + i, single("Q")).id());
        }
        TestQuiz.of(TestPlayer.with("author"), "Another's");

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ada.asks()
                    .get("/v1/quizzes?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.quizId"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }

        assertEquals(ids, seen);
        ada.asks()
                .get("/v1/quizzes?limit=1")
                .then()
                .body("items[0].title", equalTo("Quiz 4"))
                .body("items[0].items", equalTo(1))
                .body("items[0].access", equalTo("owner"))
                .body("items[0].trashedAt", nullValue());
        ada.asks().get("/v1/quizzes?cursor=junk").then().statusCode(400);
    }

    @Test
    void nobodyOwnsMoreThanTwoHundred() {
        List<Tuple> quizzes = new ArrayList<>();
        List<Tuple> members = new ArrayList<>();
        for (int i = 0; i < QuizService.MOST_OWNED - 1; i++) {
            UUID id = UUID.randomUUID();
            quizzes.add(Values.of(id));
            members.add(Values.of(id, UUID.fromString(ada.id())));
        }
        pool.preparedQuery("INSERT INTO quiz (id, revision, title, language, scoring, seconds_per_question,"
                        + " shuffle_questions, shuffle_choices, created_at, updated_at)"
                        + " VALUES (?, 1, 'Many', 'en', 'kahoot', 20, 0, 0, NOW(6), NOW(6))")
                .executeBatch(quizzes)
                .await()
                .indefinitely();
        pool.preparedQuery("INSERT INTO quiz_member (quiz_id, player_id, access, added_at)"
                        + " VALUES (?, ?, 'owner', NOW(6))")
                .executeBatch(members)
                .await()
                .indefinitely();

        TestQuiz last = TestQuiz.of(ada, "The last one");

        ada.asks()
                .body(TestQuiz.body("Too many"))
                .post("/v1/quizzes")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-quizzes"));
        ada.asks().post(last.path() + "/copies").then().statusCode(409);
        ada.asks().get("/v1/quizzes").then().body("items", hasSize(100));
    }
}
