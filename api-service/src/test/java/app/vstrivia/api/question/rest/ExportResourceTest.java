package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ApiTest
class ExportResourceTest {
    private static final String KINDS = """
            type,question,a,b,correct,value
            single,%1$s one?,x,y,1,
            multiple,%1$s two?,x,y,"1,2",
            boolean,%1$s true?,,,true,
            numeric,%1$s how many?,,,,5
            ordering,%1$s sort!,x,y,,
            text,%1$s who?,Ann,,,
            poll,%1$s and you?,x,y,,
            """;

    @ParameterizedTest
    @CsvSource({
        "vstrivia-zip,7,zip",
        "vstrivia,7,json",
        "csv,7,csv",
        "gift,5,gift",
        "aiken,2,txt",
        "qti,6,zip",
        "qti-3,6,zip",
        "opentriviaqa,2,txt",
        "opentdb,2,json",
        "kahoot,3,xlsx",
        "rahoot,2,json"
    })
    @TestSecurity(user = "operator", roles = "admin")
    void anExportIsReadAgainAndAddsNothing(String format, int written, String extension) {
        String language = "x" + (char) ('a' + format.length()) + format.charAt(0);
        imported(KINDS.formatted(format), "language=" + language + "&category=Exported");

        byte[] file = export("?format=" + format + "&language=" + language)
                .statusCode(200)
                .header("Questions-Written", String.valueOf(written))
                .header("Questions-Left-Out", String.valueOf(7 - written))
                .header("Content-Disposition", "attachment; filename=\"questions." + extension + "\"")
                .extract()
                .asByteArray();

        JsonPath again = report(file, "language=" + language + "&category=Exported&format=" + format.replace("-3", ""));
        assertEquals(written, again.getInt("read"), again::prettify);
        assertEquals(written, again.getInt("duplicates"), again::prettify);
    }

    @Test
    @TestSecurity(user = "writer", roles = "author")
    void whatIsLeftOutIsListed() {
        imported(KINDS.formatted("listed"), "language=xl&category=Listed&dryRun=false");

        given().get("/v1/exports/questions/report?format=aiken&language=xl&status=review")
                .then()
                .statusCode(200)
                .body("format", equalTo("aiken"))
                .body("written", equalTo(2))
                .body("leftOut", equalTo(5))
                .body("findings[0].code", equalTo("unsupported-type"));
        export("?format=csv&language=xl").statusCode(200).header("Questions-Written", "0");
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void aFormulaIsATextInTheExport() {
        imported("question,a,b,correct\n'=HYPERLINK(1),'+x,'@y,1\n", "language=xm&category=Formulas");

        String csv = new String(export("?format=csv&language=xm").extract().asByteArray(), StandardCharsets.UTF_8);

        assertTrue(csv.contains("\"'=HYPERLINK(1)\",\"'+x\",\"'@y\","), csv);
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whatDoesNotExistIsAProblem() {
        export("?format=docx").statusCode(400).body("code", equalTo("unknown-format"));
        export("?status=gone").statusCode(400).body("code", equalTo("invalid"));
        export("?language=\u00e9").statusCode(400).body("code", equalTo("invalid"));
        export("?category=nowhere").statusCode(200).header("Questions-Written", "0");
    }

    @Test
    @TestSecurity(user = "somebody", roles = "player")
    void aPlayerMayNotExport() {
        export("").statusCode(403);
    }

    @Test
    @TestSecurity(user = "writer", roles = "author")
    void whatAnAuthorImportsWaitsForReview() {
        imported("question,a,b,correct\nWaiting?,x,y,1\n", "language=xn&category=Waiting");

        given().get("/v1/questions?language=xn&status=review")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].text", equalTo("Waiting?"))
                .body("items[0].choices[0].correct", equalTo(true))
                .body("next", equalTo(null));
        given().get("/v1/questions?language=xn&status=approved").then().body("items.size()", equalTo(0));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void anAdminRetiresAQuestion() {
        imported("question,a,b,correct\nRetiring?,x,y,1\n", "language=xo&category=Retiring");
        String id = given().get("/v1/questions?language=xo").path("items[0].id");

        status(id, "draft").statusCode(409).body("code", equalTo("wrong-status"));
        status(id, "retired").statusCode(204);
        status(id, "gone").statusCode(400);
        given().get("/v1/questions/" + id).then().statusCode(200).body("status", equalTo("retired"));
        given().get("/v1/questions/018f0000-0000-7000-8000-000000000001").then().statusCode(404);
        given().get("/v1/admin/audit?action=question-status-changed")
                .then()
                .statusCode(200)
                .body("items.findAll { it.details.question == '" + id + "' }.details.status", contains("retired"))
                .body("items.find { it.details.question == '" + id + "' }.details.operator", equalTo("operator"));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void aDryRunIsSaidToBeOne() {
        JsonPath report = report(
                "question,a,b,correct\nDry?,x,y,1\n".getBytes(StandardCharsets.UTF_8),
                "language=xp&category=Dry&dryRun=true");

        assertTrue(report.getBoolean("dryRun"));
        assertEquals(1, report.getInt("added"));
        given().get("/v1/questions?language=xp").then().body("items.size()", equalTo(0));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void aZipThatIsDamagedOrABombIsAProblem() throws IOException {
        assertUnreadable("PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1), "damaged");

        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }
        assertUnreadable(bomb.toByteArray(), "inflates to far more");
    }

    private static void assertUnreadable(byte[] file, String why) {
        given().contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?format=vstrivia-zip")
                .then()
                .statusCode(422)
                .body("code", equalTo("unreadable-file"))
                .body("detail", containsString(why));
    }

    /** Pictures have no place where an export would find them again. */
    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void aQuestionWithAPictureIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("""
                    {"format":"vstrivia-questions","source":"Us","licence":"CC0-1.0","questions":[
                    {"type":"text","text":"Who is this?","accepted":["Ann"],
                     "media":{"kind":"picture","reference":"media/a.png"}},
                    {"type":"text","text":"Who is that?","accepted":["Bob"]}]}
                    """.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("media/a.png"));
            zip.write(1);
        }

        JsonPath report = report(bytes.toByteArray(), "language=xq&category=Pictures");

        assertEquals(1, report.getInt("added"), report::prettify);
        assertEquals("media-not-taken", report.getString("findings[0].code"));
        assertEquals("Who is this?", report.getString("findings[0].excerpt"));
    }

    private static void imported(String text, String query) {
        JsonPath report = report(text.getBytes(StandardCharsets.UTF_8), query);
        assertEquals(report.getInt("read"), report.getInt("added"), report::prettify);
    }

    private static JsonPath report(byte[] file, String query) {
        String[] lines = given().contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }

    private static ValidatableResponse export(String query) {
        return given().get("/v1/exports/questions" + query).then();
    }

    private static ValidatableResponse status(String id, String status) {
        return given().contentType("application/json")
                .body("{\"status\":\"" + status + "\"}")
                .put("/v1/questions/" + id + "/status")
                .then();
    }
}
