package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a question says is put right. */
@ApiTest
class CorrectionTest {
    private static final String HEADER =
            "type,question,a,b,correct,explanation,category,tags,difficulty,source,licence\n";
    private static final String WRONG =
            "single,Which city is the capital of Australia?,Sydney,Canberra,1,,Wide/Narrow,\"one, two\",easy,Us,CC0-1.0\n";

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer author;
    private TestPlayer admin;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        author = TestPlayer.with("author");
        admin = TestPlayer.with("admin");
    }

    @Test
    void aQuestionSaysWhatItIsCorrectedTo() {
        String id = imported("qca", WRONG);
        String tag = admin.asks().get("/v1/questions/" + id).header("ETag");

        Response answer = corrects(id, tag, right());

        answer.then()
                .statusCode(200)
                .body("question.text", equalTo("Which town is the capital of Australia?"))
                .body("question.choices.text", equalTo(List.of("Sydney", "Canberra")))
                .body("question.choices.correct", equalTo(List.of(false, true)))
                .body("question.explanation", equalTo("Since 1913."))
                .body("question.category", equalTo(List.of("Wide", "Narrow")))
                .body("question.tags", equalTo(List.of("three", "two")))
                .body("question.difficulty", equalTo("hard"))
                .body("question.timeLimit", equalTo(20))
                .body("question.source", equalTo("Them"))
                .body("question.licence", equalTo("CC BY 4.0"))
                .body("question.attribution", equalTo("Ann"))
                .body("question.status", equalTo("review"));
        Response now = admin.asks().get("/v1/questions/" + id);
        assertEquals(answer.header("ETag"), now.header("ETag"));
        assertEquals(answer.jsonPath().getMap("question"), now.jsonPath().getMap(""));
        assertEquals(
                2, tables.row("SELECT version FROM question WHERE id = ?", id).getInteger(0));
        assertEquals(
                1,
                tables.row(
                                "SELECT COUNT(*) FROM audit_event WHERE action = 'question-corrected' AND actor = ?",
                                admin.id())
                        .getLong(0));
    }

    @Test
    void matchesDrawItAsWhatItIsFromThenOn() {
        String id = imported("qcb", WRONG);
        corrects(id, null, right()).then().statusCode(200);

        status(id, "approved").then().statusCode(204);

        assertEquals(
                "hard 1",
                tables.row(
                                "SELECT CONCAT(b.difficulty, ' ', b.size) FROM question q JOIN question_bucket b"
                                        + " ON b.id = q.bucket_id WHERE q.draw_slot IS NOT NULL AND q.id = ?",
                                id)
                        .getString(0));
        assertEquals(
                "three,two",
                tables.row(
                                "SELECT GROUP_CONCAT(p.tag ORDER BY p.tag) FROM question_tag_slot s JOIN question_tag_pool p"
                                        + " ON p.id = s.slot >> 32 WHERE p.size = 1 AND s.question_id = ?",
                                id)
                        .getString(0));
    }

    @Test
    void aFileWithWhatItWasOrIsAddsNothing() {
        String id = imported("qcc", WRONG);
        corrects(id, null, right()).then().statusCode(200);

        JsonPath report = report(
                "qcc",
                WRONG
                        + "single,Which town is the capital of Australia?,Sydney,Canberra,2,,Wide/Narrow,,easy,Us,CC0-1.0\n");

        assertEquals(List.of(2, 0), List.of(report.getInt("duplicates"), report.getInt("added")));
    }

    @Test
    void anythingMayBecomeAnyType() {
        String id = imported("qcd", WRONG);

        corrects(id, null, with(Map.of("type", "text", "answers", List.of("Canberra"))))
                .then()
                .statusCode(200)
                .body("question.type", equalTo("text"))
                .body("question.answers", equalTo(List.of("Canberra")))
                .body("question.choices", equalTo(List.of()));
        corrects(id, null, with(Map.of("type", "numeric", "number", Map.of("value", "7", "min", "1", "max", "9"))))
                .then()
                .statusCode(200)
                .body("question.number.value", equalTo("7"))
                .body("question.number.step", equalTo("1"));
        corrects(id, null, with(Map.of("type", "ordering", "answers", List.of("b", "a"))))
                .then()
                .statusCode(200)
                .body("question.answers", equalTo(List.of("b", "a")));
        corrects(id, null, with(Map.of("type", "poll", "choices", List.of(Map.of("text", "x"), Map.of("text", "y")))))
                .then()
                .statusCode(200)
                .body("question.choices.text", equalTo(List.of("x", "y")));
    }

    @Test
    void whoHasNotSeenTheLastChangeOverwritesNothing() {
        String id = imported("qce", WRONG);
        String tag = admin.asks().get("/v1/questions/" + id).header("ETag");
        corrects(id, tag, right()).then().statusCode(200);

        corrects(id, tag, right()).then().statusCode(412);
    }

    @Test
    void whatIsApprovedIsSentBackFirst() {
        String id = imported("qcf", WRONG);
        status(id, "approved").then().statusCode(204);
        corrects(id, null, right()).then().statusCode(409).body("code", equalTo("wrong-status"));
        status(id, "retired").then().statusCode(204);
        corrects(id, null, right()).then().statusCode(409).body("code", equalTo("wrong-status"));

        status(id, "review").then().statusCode(204);

        corrects(id, null, right()).then().statusCode(200);
        status(id, "draft").then().statusCode(204);
        corrects(id, null, with(Map.of("explanation", "Since 1927."))).then().statusCode(200);
    }

    @Test
    void noneBecomesTheSameAsAnother() {
        imported("qcg", "single,Which town is the capital of Australia?,Sydney,Canberra,2,,,,easy,Us,CC0-1.0\n");
        report("qcg", WRONG);
        String id = admin.asks().get("/v1/questions?language=qcg").path("items[1].id");

        corrects(id, null, right()).then().statusCode(409).body("code", equalTo("question-exists"));
    }

    @Test
    void whatCouldNotBePlayedIsRefused() {
        String id = imported("qch", WRONG);

        for (Map<String, Object> body : List.of(
                with(Map.of("choices", List.of(choice("Sydney", false), choice("Canberra", false)))),
                with(Map.of("choices", List.of(choice("Sydney", true)))),
                with(Map.of("type", "numeric")),
                with(Map.of("text", "   ")),
                with(Map.of("source", " ")))) {
            corrects(id, null, body)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid"))
                    .body("violations[0].field", equalTo("question"));
        }
        corrects(id, null, with(Map.of("difficulty", "none"))).then().statusCode(400);
        corrects("018f0000-0000-7000-8000-000000000009", null, right()).then().statusCode(404);
        author.asks().body(right()).put("/v1/questions/" + id).then().statusCode(403);
    }

    @Test
    void theAnswerTellsWhichOthersAreMuchLikeIt() {
        String river = "What is the longest river of the whole world";
        String spider = "How many legs does a common house spider have";
        String id = imported("qci", single(river + "?"));
        report("qci", single("Which city is the capital of Australia, then?"));
        String other = admin.asks().get("/v1/questions?language=qci").path("items[1].id");

        corrects(id, null, with(Map.of("text", "Which city is the capital of Australia?")))
                .then()
                .statusCode(200)
                .body("similar.questionId", equalTo(List.of(other)));
        corrects(id, null, with(Map.of("text", spider + "?")))
                .then()
                .statusCode(200)
                .body("similar", equalTo(List.of()));

        JsonPath report = report("qci", single(spider + ", then?") + single(river + ", then?"));
        assertEquals(List.of("look-alike"), report.getList("findings.outcome"), "it is compared by what it says now");
        assertEquals(List.of(id), report.getList("findings.similar"));
    }

    private static String single(String text) {
        return "single,\"" + text + "\",x,y,1,,,,easy,Us,CC0-1.0\n";
    }

    private static Map<String, Object> right() {
        return with(Map.of());
    }

    private static Map<String, Object> with(Map<String, Object> other) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "type", "single",
                "text", "Which town is the capital of Australia?",
                "choices", List.of(choice("Sydney", false), choice("Canberra", true)),
                "explanation", "Since 1913.",
                "tags", List.of("Two", "three"),
                "difficulty", "hard",
                "timeLimit", 20,
                "source", "Them",
                "licence", "CC BY 4.0",
                "attribution", "Ann"));
        body.putAll(other);
        return body;
    }

    private static Map<String, Object> choice(String text, boolean correct) {
        return Map.of("text", text, "correct", correct);
    }

    private Response corrects(String id, String ifMatch, Map<String, Object> body) {
        var asking = admin.asks().body(body);
        return (ifMatch == null ? asking : asking.header("If-Match", ifMatch)).put("/v1/questions/" + id);
    }

    private Response status(String id, String status) {
        return admin.asks().body(Map.of("status", status)).put("/v1/questions/" + id + "/status");
    }

    /** The id of the language's first question. */
    private String imported(String language, String row) {
        assertEquals(1, report(language, row).getInt("added"));
        return admin.asks().get("/v1/questions?language=" + language).path("items[0].id");
    }

    private JsonPath report(String language, String rows) {
        String[] lines = given().auth()
                .oauth2(author.token())
                .contentType("application/octet-stream")
                .body((HEADER + rows).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?format=csv&language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }
}
