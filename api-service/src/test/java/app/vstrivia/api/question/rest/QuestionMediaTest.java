package app.vstrivia.api.question.rest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestDeparture;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.api.support.TestRoom;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions about pictures and videos, on their way in, through the bank, and out again. */
@ApiTest
class QuestionMediaTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] VIDEO =
            ("\0\0\0\u0018ftypisom\0\0\2\0isommp42" + "v".repeat(500)).getBytes(StandardCharsets.ISO_8859_1);

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

    @Test
    void ourZipGivesBackQuestionsAndTheirMediaByteByByte() throws IOException {
        byte[] zip = zip(
                Map.of("media/a.png", TestPictures.unique("png"), "media/b.mp4", VIDEO),
                question(
                        "Who is this?",
                        "picture",
                        "media/a.png",
                        "\"alternative\":\"A face\",\"licence\":\"CC BY 4.0\"," + "\"attribution\":\"Photo: Ann\""),
                question("What happens next?", "video", "media/b.mp4", "\"alternative\":\"A goal\""));
        assertEquals(2, report(ada, zip, "language=ya").getInt("added"));
        approveAll("ya");
        Map<String, byte[]> first = unzipped(export("ya"));
        assertEquals(2, report(ada, export("ya"), "language=ya").getInt("duplicates"), "here it is known");

        forget("ya");
        TestPlayer elsewhere = TestPlayer.with("author");
        assertEquals(2, report(elsewhere, zipOf(first), "language=ya").getInt("added"));
        approveAll("ya");
        Map<String, byte[]> second = unzipped(export("ya"));

        assertEquals(3, first.size());
        assertEquals(first.keySet(), second.keySet());
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
        assertEquals(2, report(ada, zip, "language=ya").getInt("duplicates"), "as it came at first");
        String video = first.keySet().stream()
                .filter(name -> name.endsWith(".mp4"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(VIDEO, first.get(video));
    }

    @Test
    void aQuestionIsApprovedAfterItsPictureAndHoldsIt() {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        report(ada, csv(medium), "language=yb");
        String question = onlyOne("yb", "review");

        status(question, "approved").statusCode(409).body("code", equalTo("medium-not-approved"));
        TestMedia.done(ada, medium);
        status(question, "approved").statusCode(409).body("code", equalTo("medium-not-approved"));
        decide(medium, "approved");
        status(question, "approved").statusCode(204);

        ada.asks().delete("/v1/media/" + medium).then().statusCode(409).body("code", equalTo("medium-in-use"));
        admin.asks()
                .get("/v1/questions/" + question)
                .then()
                .body("media.reference", equalTo(medium))
                .body("media.kind", equalTo("picture"))
                .body("media.alternative", equalTo("A face"));
    }

    @Test
    void whatIsHeldStaysWhenItsOwnerIsErasedAndIsNobodys() {
        String held = TestMedia.picture(ada, TestPictures.unique("png"));
        String other = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, held);
        TestMedia.done(ada, other);
        decide(held, "approved");
        report(ada, csv(held), "language=yc");
        ada.asks().delete("/v1/me").then().statusCode(202);
        TestDeparture.letAWorkerComeAfterAWeek(pool, ada);

        await().atMost(SOON).until(() -> count("SELECT COUNT(*) FROM medium WHERE owner_id = ?", ada.id()) == 0);

        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ? AND owner_id = REPEAT(x'00', 16)", held));
        assertEquals(0, count("SELECT COUNT(*) FROM medium WHERE id = ?", other));
        assertEquals(
                "approved", TestMedia.view(TestPlayer.register("Bob"), held).getString("review"));
        decide(held, "refused");
        TestPlayer.register("Eve").asks().get("/v1/media/" + held).then().statusCode(404);
    }

    @Test
    void whatIsNobodysGoesADayAfterItsQuestionGotAnotherPicture() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        decide(first, "approved");
        report(ada, csv(first), "language=zj");
        String question = onlyOne("zj", "review");
        ada.asks().delete("/v1/me").then().statusCode(202);
        TestDeparture.letAWorkerComeAfterAWeek(pool, ada);
        await().atMost(SOON).until(() -> count("SELECT COUNT(*) FROM medium WHERE owner_id = ?", ada.id()) == 0);
        String second = TestMedia.picture(admin, TestPictures.unique("png"));
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 2 DAY WHERE id = ?", first);
        mediaSweep().run("all");
        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ?", first), "it is held");

        media(question, null, second).statusCode(204);
        mediaSweep().run("all");
        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ?", first), "matches may show it still");
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 25 HOUR WHERE id = ?", first);
        mediaSweep().run("all");

        assertEquals(0, count("SELECT COUNT(*) FROM medium WHERE id = ?", first));
        assertEquals(0, count("SELECT COUNT(*) FROM review WHERE id = ?", first));
        assertEquals(1, count("SELECT COUNT(*) FROM medium WHERE id = ?", second));
    }

    private RecurringJob mediaSweep() {
        return recurring.stream()
                .filter(job -> job.kind().equals("media-sweep"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatModerationRefusesIsAskedAboutNoLonger() {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, medium);
        decide(medium, "approved");
        report(ada, csv(medium), "language=yd");
        String question = onlyOne("yd", "review");
        status(question, "approved").statusCode(204);

        decide(medium, "refused");

        await().atMost(SOON)
                .untilAsserted(() ->
                        admin.asks().get("/v1/questions/" + question).then().body("status", equalTo("retired")));
        status(question, "review").statusCode(204);
        status(question, "approved").statusCode(409).body("code", equalTo("medium-not-approved"));
    }

    @Test
    void whatIsNoPictureRefusesItsQuestionAndNothingElse() throws IOException {
        byte[] zip = zip(
                Map.of(
                        "media/good.png", TestPictures.unique("png"),
                        "media/text.png", "no picture".getBytes(StandardCharsets.UTF_8),
                        "media/drawing.svg", "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8),
                        "media/picture.mp4", TestPictures.unique("png")),
                question("One?", "picture", "media/good.png", null),
                question("Two?", "picture", "media/text.png", null),
                question("Three?", "picture", "media/drawing.svg", null),
                question("Four?", "video", "media/picture.mp4", null),
                question("Five?", "picture", "media/absent.png", null),
                question("Six?", "picture", "media/../../etc/passwd", null));

        JsonPath dry = report(ada, zip, "language=ye&dryRun=true");
        assertEquals(0, ada.asks().get("/v1/media").jsonPath().getList("items").size(), "a dry run brings nothing");
        JsonPath report = report(ada, zip, "language=ye");

        assertEquals(1, report.getInt("added"), report::prettify);
        assertEquals(
                List.of(
                        "media-unsupported-type",
                        "media-unsupported-type",
                        "media-unsupported-type",
                        "media-missing",
                        "bad-media"),
                report.getList("findings.code"));
        assertEquals(report.getList("findings"), dry.getList("findings"));
        assertEquals(1, ada.asks().get("/v1/media").jsonPath().getList("items").size());
    }

    @Test
    void nobodyTakesThePictureOfAnother() {
        String medium = TestMedia.picture(TestPlayer.with("author"), TestPictures.unique("png"));

        assertEquals(
                List.of("media-unknown"),
                report(ada, csv(medium), "language=yf").getList("findings.code"));
    }

    @Test
    void whatAnAdminImportsWaitsForItsPictureAndSaysSo() throws IOException {
        byte[] zip = zip(
                Map.of("media/a.png", TestPictures.unique("png")), question("Wait?", "picture", "media/a.png", null));

        JsonPath report = report(admin, zip, "language=yg");

        assertEquals(List.of("media-waits"), report.getList("findings.code"), report::prettify);
        String question = onlyOne("yg", "review");
        assertTrue(admin.asks()
                        .get("/v1/questions/" + question)
                        .jsonPath()
                        .getString("media.reference")
                        .length()
                == 36);
    }

    @Test
    void aRoundShowsThePictureWhereEverybodyFindsIt() {
        String medium = TestMedia.picture(ada, TestPictures.unique("png"));
        JsonPath look = TestMedia.done(ada, medium);
        decide(medium, "approved");
        report(ada, csv(medium), "language=yh");
        String question = onlyOne("yh", "review");
        status(question, "approved").statusCode(204);
        TestRoom room = TestRoom.open(ada, Map.of("language", "yh", "count", 1));
        room.joinedBy("Bob");

        room.hostAsks("start").statusCode(204);

        JsonPath media = new JsonPath(tables.row("SELECT media FROM match_round WHERE match_id = ?", room.match())
                .getString(0));
        assertEquals("picture", media.getString("kind"));
        assertEquals("A face", media.getString("alternative"));
        assertEquals(look.getInt("width"), media.getInt("width"));
        assertEquals(look.getInt("height"), media.getInt("height"));
        assertEquals(look.getString("placeholder"), media.getString("placeholder"));
        assertEquals(look.getList("files.type"), media.getList("files.type"));
        String url = media.getString("files[0].url");
        assertTrue(
                url.matches("http://127[.]0[.]0[.]1:[0-9]+/trivia-public/media/" + medium + "/[0-9a-f]{16}-320[.]jpg"),
                url);
        TestMedia.fetch(url)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"))
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));

        decide(medium, "refused");
        await().atMost(SOON).until(() -> TestMedia.fetch(url).statusCode() == 404);
    }

    @Test
    void anAdminGivesAQuestionAnotherPictureAndTakesItAway() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        String second = TestMedia.picture(admin, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        TestMedia.done(admin, second);
        decide(first, "approved");
        report(ada, csv(first), "language=yi");
        String question = onlyOne("yi", "review");
        status(question, "approved").statusCode(204);
        String tag = admin.asks().get("/v1/questions/" + question).header("ETag");

        media(question, tag, second).statusCode(409).body("code", equalTo("medium-not-approved"));
        decide(second, "approved");
        media(question, "\"other\"", second).statusCode(412);
        media(question, tag, second).statusCode(204);
        media(question, tag, first).statusCode(412);

        admin.asks()
                .get("/v1/questions/" + question)
                .then()
                .body("media.reference", equalTo(second))
                .body("media.alternative", equalTo("Another face"))
                .body("status", equalTo("approved"));
        assertTrue(shownOf("yi").getString("files[0].url").contains(second));
        ada.asks().delete("/v1/media/" + first).then().statusCode(204);
        admin.asks().delete("/v1/media/" + second).then().statusCode(409).body("code", equalTo("medium-in-use"));
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM audit_event WHERE action = 'question-media-changed' AND actor = ?",
                        admin.id()));

        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);
        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);
        admin.asks().get("/v1/questions/" + question).then().body("media", nullValue());
        admin.asks().delete("/v1/media/" + second).then().statusCode(204);
    }

    @Test
    void aQuestionIsNotMadeTheSameAsAnotherOrAboutWhatIsNotThere() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        String second = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        TestMedia.done(ada, second);
        decide(first, "approved");
        report(ada, csv(first), "language=yj");
        String question = onlyOne("yj", "review");
        report(ada, csv(second), "language=yj");
        String other =
                admin.asks().get("/v1/questions?language=yj").path("items.find { it.id != '" + question + "' }.id");

        media(other, null, first).statusCode(409).body("code", equalTo("question-exists"));
        media(question, null, second)
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("reference"));
        media(question, null, "media/a.png").statusCode(400);
        media(UUID.randomUUID().toString(), null, first).statusCode(404);
        ada.asks()
                .body(Map.of("kind", "picture", "reference", first))
                .put("/v1/questions/" + question + "/media")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse media(String question, String ifMatch, String medium) {
        var asking = admin.asks().body(Map.of("kind", "picture", "reference", medium, "alternative", "Another face"));
        return (ifMatch == null ? asking : asking.header("If-Match", ifMatch))
                .put("/v1/questions/" + question + "/media")
                .then();
    }

    /** What the only round of a match in that language shows. */
    private JsonPath shownOf(String language) {
        TestRoom room = TestRoom.open(ada, Map.of("language", language, "count", 1));
        room.joinedBy("Bob");
        room.hostAsks("start").statusCode(204);
        return new JsonPath(tables.row("SELECT media FROM match_round WHERE match_id = ?", room.match())
                .getString(0));
    }

    @Test
    void picturesOfTheWebComeFromAddressesThatTheRuleAllows() throws IOException {
        byte[] file = TestPictures.unique("png");
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = path.equals("/face.png") ? file : "Gone".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/gone.png") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        try {
            String place = "http\\://127.0.0.1\\:" + web.getAddress().getPort();
            byte[] gift = ("[html]Who is it?<img src\\=\"%s/face.png\" alt\\=\"A face\">{=Ann ~Bob}\n\n"
                            + "[html]Who was it?<img src\\=\"%s/gone.png\">{=Ann ~Bob}\n\n"
                            + "[html]Who is none?<img src\\=\"%s/text.png\">{=Ann ~Bob}\n")
                    .formatted(place, place, place)
                    .getBytes(StandardCharsets.UTF_8);

            assertEquals(
                    List.of("media-not-fetched", "media-not-fetched", "media-not-fetched"),
                    report(ada, gift, "language=yk").getList("findings.code"),
                    "this machine is none that everybody reaches");
            assertEquals(List.of(), asked);
            QuarkusMock.installMockForType(new ThisMachine(), PublicAddresses.class);
            JsonPath report = report(ada, gift, "language=yk");
            assertEquals(1, report.getInt("added"), report::prettify);
            assertEquals(
                    List.of("media-not-fetched", "media-unsupported-type"),
                    report.getList("findings.code").stream().sorted().toList());

            asked.clear();
            assertEquals(1, report(ada, gift, "language=yk").getInt("duplicates"));
            assertEquals(
                    List.of("/gone.png", "/text.png"), asked.stream().sorted().toList());
            String question = onlyOne("yk", "review");
            admin.asks()
                    .get("/v1/questions/" + question)
                    .then()
                    .body("text", equalTo("Who is it?"))
                    .body("media.alternative", equalTo("A face"));
        } finally {
            web.stop(0);
        }
    }

    @Test
    void whatWasAtOneAddressAtDifferentTimesStaysTwoPictures() throws IOException {
        byte[] one = TestPictures.unique("jpg");
        byte[] other = TestPictures.unique("jpg");
        String address = "\"content\":\"" + "ab".repeat(32) + "\""; // as the bank knows what it fetched there
        assertEquals(
                3,
                report(
                                ada,
                                zip(
                                        Map.of("media/one.jpg", one, "media/other.jpg", other),
                                        question("Who is it now?", "picture", "media/one.jpg", address),
                                        question("Who was it then?", "picture", "media/other.jpg", address),
                                        question("And who else?", "picture", "media/one.jpg", address)),
                                "language=yl")
                        .getInt("added"));
        approveAll("yl");

        Map<String, byte[]> files = unzipped(export("yl"));

        List<Map<String, String>> media = JsonPath.from(new String(files.get("manifest.json"), StandardCharsets.UTF_8))
                .getList("questions.media");
        assertEquals(3, files.size(), () -> "" + files.keySet());
        assertEquals(media.get(0), media.get(2));
        assertEquals("media/" + "ab".repeat(32) + ".jpg", media.get(0).get("reference"));
        assertFalse(Arrays.equals(
                files.get(media.get(0).get("reference")), files.get(media.get(1).get("reference"))));
        assertEquals(3, report(ada, export("yl"), "language=yl").getInt("duplicates"));
    }

    @Test
    void whatGotAnotherPictureIsNotAddedAgainAsItWas() {
        String first = TestMedia.picture(ada, TestPictures.unique("png"));
        String second = TestMedia.picture(admin, TestPictures.unique("png"));
        TestMedia.done(ada, first);
        TestMedia.done(admin, second);
        report(ada, csv(first), "language=ym");
        String question = onlyOne("ym", "review");

        media(question, null, second).statusCode(204);
        assertEquals(1, report(ada, csv(first), "language=ym").getInt("duplicates"));
        assertEquals(1, report(admin, csv(second), "language=ym").getInt("duplicates"));
        admin.asks().delete("/v1/questions/" + question + "/media").then().statusCode(204);

        assertEquals(1, report(ada, csv(first), "language=ym").getInt("duplicates"));
        assertEquals(1, report(admin, csv(second), "language=ym").getInt("duplicates"));
        media(question, null, second).statusCode(204);
        assertEquals(1, report(admin, csv(second), "language=ym").getInt("duplicates"));
        onlyOne("ym", "review");
    }

    private static final class ThisMachine extends PublicAddresses {
        @Override
        public boolean allows(InetAddress address, int port) {
            return address.isLoopbackAddress();
        }
    }

    private static String question(String text, String kind, String reference, String more) {
        return """
                {"type":"text","text":"%s","accepted":["Ann"],"media":{"kind":"%s","reference":"%s"%s}}""".formatted(text, kind, reference, more == null ? "" : "," + more);
    }

    private static byte[] csv(String medium) {
        return ("type,question,a,b,correct,media,media_alternative\nsingle,Who is it?,x,y,1," + medium + ",A face\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> media, String... questions) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "manifest.json",
                ("{\"format\":\"vstrivia-questions\",\"source\":\"Us\",\"licence\":\"CC0-1.0\",\"questions\":["
                                + String.join(",\n", questions) + "]}")
                        .getBytes(StandardCharsets.UTF_8));
        files.putAll(media);
        return zipOf(files);
    }

    private static byte[] zipOf(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonPath report(TestPlayer by, byte[] file, String query) {
        String[] lines = given().auth()
                .oauth2(by.token())
                .contentType("application/octet-stream")
                .body(file)
                .post("/v1/imports?category=Shown&" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");
        return JsonPath.from(lines[lines.length - 1]).setRootPath("report");
    }

    private byte[] export(String language) {
        return admin.asks()
                .get("/v1/exports/questions?language=" + language)
                .then()
                .statusCode(200)
                .header("Questions-Left-Out", "0")
                .extract()
                .asByteArray();
    }

    /** Every question that waits, with what it shows. */
    private void approveAll(String language) {
        JsonPath waiting = admin.asks()
                .get("/v1/questions?status=review&language=" + language)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (int i = 0; i < waiting.getList("items").size(); i++) {
            String medium = waiting.getString("items[" + i + "].media.reference");
            await().atMost(SOON)
                    .until(() -> count("SELECT COUNT(*) FROM medium WHERE id = ? AND status = 'ready'", medium) == 1);
            decide(medium, "approved");
            status(waiting.getString("items[" + i + "].id"), "approved").statusCode(204);
        }
    }

    /** As if it were another bank. */
    private void forget(String language) {
        for (String sql : List.of(
                "DELETE u FROM medium_use u JOIN question q ON q.id = u.user_id JOIN question_bucket b ON b.id = q.bucket_id"
                        + " WHERE b.language = ?",
                "DELETE l FROM question_likeness l JOIN question q ON q.id = l.question_id"
                        + " JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?",
                "DELETE q FROM question q JOIN question_bucket b ON b.id = q.bucket_id WHERE b.language = ?",
                "UPDATE question_bucket SET size = 0 WHERE language = ?")) {
            pool.preparedQuery(sql).execute(Tuple.of(language)).await().indefinitely();
        }
    }

    private long count(String sql, String id) {
        return tables.row(sql, id).getLong(0);
    }

    private String onlyOne(String language, String status) {
        return admin.asks()
                .get("/v1/questions?language=" + language + "&status=" + status)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .extract()
                .path("items[0].id");
    }

    private ValidatableResponse status(String question, String status) {
        return admin.asks()
                .body(Map.of("status", status))
                .put("/v1/questions/" + question + "/status")
                .then();
    }

    private static void decide(String medium, String decision) {
        TestPlayer.with("moderator")
                .asks()
                .body(Map.of("decision", decision))
                .put("/v1/reviews/" + medium)
                .then()
                .statusCode(204);
    }
}
