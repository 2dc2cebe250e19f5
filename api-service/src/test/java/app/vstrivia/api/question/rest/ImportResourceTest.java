package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.importing.SampleFiles;
import app.vstrivia.api.support.ApiTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@ApiTest
class ImportResourceTest {
    private static final String PATH = "/v1/imports?language=ra&name=music.txt";

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void anImportTellsItsProgressAndEndsWithTheReport() {
        List<String> lines = body(SampleFiles.text("over http", 0, 1200))
                .post(PATH + "&category=http")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString()
                .lines()
                .toList();

        assertEquals("{\"progress\":{\"read\":500,\"added\":500,\"total\":null}}", lines.get(0));
        JsonPath report = JsonPath.from(lines.get(lines.size() - 1)).setRootPath("report");
        assertEquals("music.txt", report.getString("name"));
        assertEquals("opentriviaqa", report.getString("format"));
        assertEquals(1200, report.getInt("added"));
        assertEquals(List.of(), report.getList("findings"));
    }

    @Test
    @TestSecurity(user = "writer", roles = "author")
    void anAuthorMayImportAndReadsWhatWasRefused() {
        String report = body("#Q What?\n^ c\nA a\nB b\n")
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertTrue(
                report.contains("{\"line\":1,\"outcome\":\"refused\",\"code\":\"answer-not-among-choices\","), report);
    }

    @Test
    @TestSecurity(user = "somebody", roles = "player")
    void aPlayerMayNotImport() {
        body("#Q What?\n").post(PATH).then().statusCode(403);
    }

    @Test
    void aStrangerMayNotImport() {
        body("#Q What?\n").post(PATH).then().statusCode(401);
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void anUnknownFormatIsAProblem() {
        body("#Q What?\n").post(PATH + "&format=docx").then().statusCode(400).body("code", equalTo("unknown-format"));
        body("hello").post(PATH).then().statusCode(400).body("code", equalTo("unknown-format"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void aFileThatCannotBeReadIsAProblem() {
        body("{\"response_code\":5,\"results\":[]}")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("unreadable-file"));
    }

    @Test
    void everybodyMayReadTheCategoriesThatHaveQuestions() {
        given().when()
                .get("/v1/categories")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("science"))
                .body("items.find { it.id == 'science' }.name", equalTo("Science"));
    }

    private static RequestSpecification body(String text) {
        return given().contentType("application/octet-stream")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .when();
    }
}
