package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What questions are goes along with them to another bank, as far as whoever brings them there may say so. */
@ApiTest
class StatusTransferTest {
    private static final Map<String, String> STATUSES =
            Map.of("Approved?", "approved", "Retired?", "retired", "Review?", "review", "Draft?", "draft");

    @Inject
    Pool pool;

    private TestPlayer admin;

    @BeforeEach
    void register() {
        admin = TestPlayer.with("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vstrivia-zip", "vstrivia"})
    void whatQuestionsAreGoesAlongWithThem(String format) {
        String language = "qs" + (format.length() == 8 ? "j" : "z");
        report(
                admin,
                "type,question,a,b,correct\nsingle,Approved?,x,y,1\nsingle,Retired?,x,y,1\nsingle,Review?,x,y,1\nsingle,Draft?,x,y,1\n"
                        .getBytes(StandardCharsets.UTF_8),
                language);
        become(language, "Retired?", "retired");
        for (String status : List.of("retired", "review")) {
            become(language, "Review?", status);
        }
        for (String status : List.of("retired", "review", "draft")) {
            become(language, "Draft?", status);
        }
        assertEquals(STATUSES, statuses(language));
        byte[] file = admin.asks()
                .get("/v1/exports/questions?status=all&format=" + format + "&language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        forget(language);
        JsonPath report = report(admin, file, language);
        assertEquals(4, report.getInt("added"), report::prettify);
        assertEquals(STATUSES, statuses(language), "who may approve has them as they were");

        forget(language);
        assertEquals(4, report(TestPlayer.with("author"), file, language).getInt("added"));
        assertEquals(
                List.of("review", "review", "review", "review"),
                List.copyOf(statuses(language).values()),
                "what others bring is reviewed");
    }

    private void become(String language, String text, String status) {
        String id = admin.asks()
                .get("/v1/questions?language=" + language)
                .path("items.find { it.text == '" + text + "' }.id");
        admin.asks()
                .body(Map.of("status", status))
                .put("/v1/questions/" + id + "/status")
                .then()
                .statusCode(204);
    }

    private Map<String, String> statuses(String language) {
        Map<String, String> statuses = new TreeMap<>();
        JsonPath found = admin.asks().get("/v1/questions?language=" + language).jsonPath();
        found.getList("items.text", String.class)
                .forEach(
                        text -> statuses.put(text, found.getString("items.find { it.text == '" + text + "' }.status")));
        return statuses;
    }

    /** As if it were another bank. */
    private void forget(String language) {
        for (String sql : List.of(
                "DELETE l FROM question_likeness l JOIN question q ON q.id = l.question_id"
                        + " JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?",
                "DELETE q FROM question q JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?",
                "UPDATE question_bucket SET size = 0 WHERE language = ?")) {
            pool.preparedQuery(sql).execute(Tuple.of(language)).await().indefinitely();
        }
    }

    private static JsonPath report(TestPlayer by, byte[] file, String language) {
        String[] lines = given().auth()
                .oauth2(by.token())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?category=Moved&language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }
}
