package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.arc.All;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are none, and questions about them. */
@ApiTest
class BrokenMediaTest {
    @Inject
    Pool pool;

    @All
    @Inject
    List<RecurringJob> recurring;

    private Tables tables;
    private TestPlayer ada;
    private TestPlayer admin;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
        admin = TestPlayer.with("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureThatEndsTooEarlyRefusesItsQuestionAtOnce(String format) throws IOException {
        byte[] whole = TestPictures.unique(format);
        byte[] cut = Arrays.copyOf(whole, whole.length * 2 / 3);
        String language = "yq-" + format;

        JsonPath dry = report(zip(whole, cut), "dryRun=true&language=" + language);
        JsonPath report = report(zip(whole, cut), "language=" + language);

        for (JsonPath each : List.of(dry, report)) {
            assertEquals(List.of(1, 1), List.of(each.getInt("added"), each.getInt("refused")));
            assertEquals(List.of("media-unreadable"), each.getList("findings.code"));
            assertEquals("Who is cut off?", each.getString("findings[0].excerpt"));
        }
        admin.asks()
                .get("/v1/questions?language=" + language)
                .then()
                .body("items.text", equalTo(List.of("Who is whole?")));
        ada.asks().get("/v1/media").then().body("items.size()", equalTo(1));
    }

    @Test
    void aPictureThatProvedToBeBrokenIsNoneThatAQuestionCanBeAbout() {
        byte[] whole = TestPictures.unique("png");
        String medium = TestMedia.picture(ada, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertEquals("refused", TestMedia.done(ada, medium).getString("status"));

        JsonPath report = report(csv(medium), "language=yr");

        assertEquals(List.of("media-unknown"), report.getList("findings.code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploaded", "processing", "refused"})
    void whatAQuestionIsAboutIsNotSweptAsLongAsItIs(String status) {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, medium);
        String language = "ys-" + status.substring(0, 3);
        report(csv(medium), "language=" + language);
        String question = admin.asks().get("/v1/questions?language=" + language).path("items[0].id");

        String old = "UPDATE medium SET status = '" + status + "', changed_at = NOW(6) - INTERVAL 8 DAY WHERE id = ?";
        tables.execute(old, medium);
        sweep();
        assertEquals(status, TestMedia.view(ada, medium).getString("status"));

        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);
        tables.execute(old, medium);
        sweep();
        ada.asks().get("/v1/media/" + medium).then().statusCode(404);
    }

    private void sweep() {
        recurring.stream().filter(job -> job.kind().equals("media-sweep")).forEach(job -> job.run("all"));
    }

    private static byte[] csv(String medium) {
        return ("type,question,a,b,correct,media,media_alternative\nsingle,Who is it?,x,y,1," + medium + ",A face\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(byte[] whole, byte[] cut) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("""
                    {"format":"vstrivia-questions","source":"Us","licence":"CC0-1.0","questions":[
                    {"type":"text","text":"Who is whole?","accepted":["Ann"],"media":{"kind":"picture","reference":"media/a"}},
                    {"type":"text","text":"Who is cut off?","accepted":["Bob"],"media":{"kind":"picture","reference":"media/b"}}]}
                    """.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("media/a"));
            zip.write(whole);
            zip.putNextEntry(new ZipEntry("media/b"));
            zip.write(cut);
        }
        return bytes.toByteArray();
    }

    private JsonPath report(byte[] file, String query) {
        String[] lines = given().auth()
                .oauth2(ada.token())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }
}
