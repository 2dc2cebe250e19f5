package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.identity.Roles;
import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.id.UuidV7;
import app.vstrivia.model.sql.Values;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class BackgroundImportResourceTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/v1/imports?name=later.txt&category=later&language=";

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with(Roles.AUTHOR);
    }

    private static Response send(TestPlayer author, String path, String text) {
        return author.asks()
                .contentType("application/octet-stream")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    private static Response ended(TestPlayer author, String location) {
        await().atMost(SOON)
                .until(() -> author.asks().get(location).then().extract().path("endedAt") != null);
        return author.asks().get(location);
    }

    private List<String> readers(String stream) {
        return pool
                .preparedQuery("SELECT player_id FROM stream_reader WHERE stream_id = ?")
                .execute(Values.of(stream))
                .await()
                .indefinitely()
                .stream()
                .map(row -> PlayerId.of(row.getBuffer(0)).toString())
                .toList();
    }

    @Test
    void aFileIsImportedInTheBackgroundAndItsStreamTells() {
        Response accepted = send(ada, PATH + "na&async=true", SampleFiles.text("later", 0, 1_200));

        accepted.then().statusCode(202).contentType("application/x-ndjson");
        JsonPath line = JsonPath.from(accepted.asString()).setRootPath("accepted");
        String id = line.getString("id");
        String location = accepted.header("Location");
        assertEquals("/v1/imports/" + id, location);
        assertEquals("import:" + id, line.getString("stream"));
        assertEquals(List.of(ada.id()), readers("import:" + id));
        ended(ada, location)
                .then()
                .statusCode(200)
                .body("status", equalTo("complete"))
                .body("read", equalTo(1_200))
                .body("problem", nullValue())
                .body("report.name", equalTo("later.txt"))
                .body("report.format", equalTo("opentriviaqa"))
                .body("report.added", equalTo(1_200))
                .body("report.categories", equalTo(List.of("later")));
        List<String> events = tables.events("import:" + id);
        assertEquals("import-accepted", events.get(0));
        assertEquals("import-ended", events.get(events.size() - 1));
        assertEquals(1_200, new JsonPath(tables.lastEvent("import:" + id)).getInt("added"));
        ada.asks().delete(location).then().statusCode(409).body("code", equalTo("conflict"));
        assertEquals(
                1,
                pool.preparedQuery("SELECT COUNT(*) FROM audit_event WHERE action = 'questions-imported'"
                                + " AND details LIKE ? AND actor = ?")
                        .execute(Values.of("%" + id + "%", PlayerId.parse(ada.id())))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getInteger(0));
    }

    @Test
    void whatAnAuthorImportsInTheBackgroundWaitsForReview() {
        String location = send(ada, PATH + "nb&async=true", SampleFiles.text("review", 0, 2))
                .header("Location");
        ended(ada, location);

        ada.asks()
                .get("/v1/questions?language=nb&status=review")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));
    }

    @Test
    void aPreferenceIsHeardAndSaidSo() {
        ada.asks()
                .header("Prefer", "handling=lenient, respond-async")
                .contentType("application/octet-stream")
                .body(SampleFiles.text("prefer", 0, 1).getBytes(StandardCharsets.UTF_8))
                .post(PATH + "nc")
                .then()
                .statusCode(202)
                .header("Preference-Applied", "respond-async");
    }

    @Test
    void aLargeFileIsImportedInTheBackgroundUnlessTheRequestSaysOtherwise() {
        String large = ("#Q " + "x".repeat(5_000) + "?\n^ c\nA a\nB b\n\n").repeat(900);

        String location = send(ada, PATH + "nd", large)
                .then()
                .statusCode(202)
                .header("Preference-Applied", nullValue())
                .extract()
                .header("Location");
        String report = send(ada, PATH + "nd&async=false", large)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        ended(ada, location).then().body("report.refused", equalTo(900));
        String last = report.lines().reduce((one, next) -> next).orElseThrow();
        assertEquals(900, JsonPath.from(last).getInt("report.refused"));
    }

    @Test
    void onlyItsOwnerAndAdminsKnowOfAnImport() {
        String location =
                send(ada, PATH + "ne&async=true", SampleFiles.text("own", 0, 1)).header("Location");
        TestPlayer other = TestPlayer.with(Roles.AUTHOR);

        other.asks().get(location).then().statusCode(404).body("code", equalTo("not-found"));
        other.asks().delete(location).then().statusCode(404);
        ended(ada, location).then().statusCode(200);
        Operator.asks().get(location).then().statusCode(200);
    }

    @Test
    void anOperatorsImportIsNobodysStream() {
        String location = Operator.asks()
                .contentType("application/octet-stream")
                .body(SampleFiles.text("operator", 0, 1).getBytes(StandardCharsets.UTF_8))
                .post(PATH + "nf&async=true")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        assertEquals(List.of(), readers("import:" + location.replaceFirst(".*/", "")));
        ada.asks().get(location).then().statusCode(404);
        await().atMost(SOON)
                .untilAsserted(() -> Operator.asks().get(location).then().body("status", equalTo("complete")));
    }

    @Test
    void whatCannotBeReadIsRefusedAtOnceAndKeptNowhere() {
        send(ada, PATH + "ng&async=true", "hello").then().statusCode(400).body("code", equalTo("unknown-format"));
        send(ada, PATH + "ng&async=true", "{\"response_code\":5,\"results\":[]}")
                .then()
                .statusCode(422)
                .body("code", equalTo("unreadable-file"));

        assertEquals(0, ownImports());
    }

    private int ownImports() {
        return tables.row("SELECT COUNT(*) FROM question_import WHERE owner_id = ?", ada.id())
                .getInteger(0);
    }

    @Test
    void tenMayWaitAtOnce() {
        for (int i = 0; i < 10; i++) {
            tables.addImport(ada.id());
        }

        send(ada, PATH + "nh&async=true", SampleFiles.text("eleventh", 0, 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-imports"));

        assertEquals(10, ownImports());
    }

    @Test
    void aWaitingImportCanBeCancelled() {
        String id = tables.addImport(ada.id());

        ada.asks().delete("/v1/imports/" + id).then().statusCode(204);

        ada.asks()
                .get("/v1/imports/" + id)
                .then()
                .body("status", equalTo("cancelled"))
                .body("report.added", equalTo(0));
        assertEquals(List.of("import-ended"), tables.events("import:" + id));
        ada.asks().delete("/v1/imports/" + id).then().statusCode(204);
    }

    @Test
    void anImportThatIsNotThereIsNotFound() {
        ada.asks().get("/v1/imports/" + UuidV7.next()).then().statusCode(404);
        ada.asks().get("/v1/imports/one").then().statusCode(404);
        given().get("/v1/imports/" + UuidV7.next()).then().statusCode(401);
    }
}
