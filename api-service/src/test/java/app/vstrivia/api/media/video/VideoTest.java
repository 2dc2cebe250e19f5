package app.vstrivia.api.media.video;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.job.Outcome;
import app.vstrivia.api.job.RecurringJob;
import app.vstrivia.api.media.TestMedia;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.arc.All;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class VideoTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    PrivateFiles bucket;

    @Inject
    @All
    List<RecurringJob> recurring;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
    }

    private static byte[] mp4(int length) {
        byte[] file = new byte[length];
        byte[] head = "\0\0\0\u0018ftypisom\0\0\2\0isommp42".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    private static byte[] webm(int length) {
        byte[] file = new byte[length];
        byte[] head = "\u001aE\u00df\u00a3\u009fB\u0086\u0081\1B\u00f7\u0081\1B\u0082\u0084webm"
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }

    private JsonPath begin(String type, long bytes) {
        return ada.asks()
                .body(Map.of("type", type, "bytes", bytes))
                .post("/v1/media/videos")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** The status of the answer of the S3 server. */
    private static int put(JsonPath upload, byte[] file, Map<String, String> otherHeaders) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(upload.getString("url")))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        upload.<String, String>getMap("headers").forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length")) { // the client says it by itself
                request.header(name, otherHeaders.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), value));
            }
        });
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private io.restassured.response.Response complete(String id) {
        return ada.asks().post("/v1/media/videos/" + id + "/completion");
    }

    private String original(String id) {
        return "media/" + id + "/original";
    }

    @Test
    void aVideoGoesStraightToTheBucketAndIsSeenOnceItIsApproved() {
        byte[] file = mp4(100_000);
        JsonPath upload = begin("video/mp4", file.length);
        String id = upload.getString("medium.id");
        assertEquals("awaiting", upload.getString("medium.status"));

        assertEquals(200, put(upload, file, Map.of()));
        complete(id).then().statusCode(200).body("kind", equalTo("video"));
        JsonPath done = TestMedia.done(ada, id);

        assertEquals("ready", done.getString("status"));
        assertEquals("pending", done.getString("review"));
        assertEquals(List.of("video.mp4"), done.getList("files.name"));
        assertNull(done.get("width"));
        Response shown = TestMedia.fetch(done.getString("files[0].url"));
        assertArrayEquals(file, shown.asByteArray());
        assertEquals("video/mp4", shown.getHeader("Content-Type"));
        assertFalse(shown.headers().hasHeaderWithName("x-amz-meta-owner"), "the link does not tell whose it is");
        TestPlayer bob = TestPlayer.register("Bob");
        bob.asks().get("/v1/media/" + id).then().statusCode(404);
        TestPlayer.with("moderator")
                .asks()
                .body(Map.of("decision", "approved"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(204);
        bob.asks().get("/v1/media/" + id).then().statusCode(200);
        complete(id).then().statusCode(200).body("status", equalTo("ready"));
    }

    @Test
    void theLinkLetsInThatSizeThatTypeAndThatOwnerOnly() {
        JsonPath upload = begin("video/webm", 5_000);

        assertNotEquals(200, put(upload, webm(5_001), Map.of()));
        assertNotEquals(200, put(upload, webm(4_999), Map.of()));
        assertNotEquals(200, put(upload, webm(5_000), Map.of("content-type", "text/html")));
        assertNotEquals(
                200,
                put(
                        upload,
                        webm(5_000),
                        Map.of("x-amz-meta-owner", UUID.randomUUID().toString())));
        assertEquals(
                ada.id(),
                upload.<String, String>getMap("headers").entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("x-amz-meta-owner"))
                        .findFirst()
                        .orElseThrow()
                        .getValue());
        complete(upload.getString("medium.id")).then().statusCode(409).body("code", equalTo("not-arrived"));

        assertEquals(200, put(upload, webm(5_000), Map.of()));
        complete(upload.getString("medium.id")).then().statusCode(200);
    }

    @Test
    void whatIsNoVideoIsNotTakenAndMayBeReplaced() {
        byte[] page = Arrays.copyOf("<html><script>".getBytes(StandardCharsets.US_ASCII), 3_000);
        JsonPath upload = begin("video/mp4", page.length);
        String id = upload.getString("medium.id");
        assertEquals(200, put(upload, page, Map.of()));

        complete(id)
                .then()
                .statusCode(422)
                .body("code", equalTo("unfit-medium"))
                .body("reason", equalTo("unsupported-type"));
        assertEquals(200, put(upload, webm(page.length), Map.of()));
        complete(id).then().statusCode(422).body("reason", equalTo("unsupported-type"));
        assertEquals(200, put(upload, mp4(page.length), Map.of()));
        complete(id).then().statusCode(200);
        assertEquals("ready", TestMedia.done(ada, id).getString("status"));
    }

    @Test
    void theLinkChangesNothingOfWhatIsShown() {
        byte[] file = mp4(2_000);
        JsonPath upload = begin("video/mp4", file.length);
        String id = upload.getString("medium.id");
        put(upload, file, Map.of());
        complete(id);
        String url = TestMedia.done(ada, id).getString("files[0].url");
        await().atMost(SOON).until(() -> bucket.size(original(id)).isEmpty());
        byte[] other = mp4(2_000);
        other[1_999] = 7;

        assertEquals(200, put(upload, other, Map.of()));

        assertArrayEquals(file, TestMedia.fetch(url).asByteArray());
        Number later = tables.row(
                        "SELECT COUNT(*) FROM job WHERE task_name = 'medium-removal' AND task_instance = CONCAT('" + id
                                + "', '/original') AND execution_time > NOW(6) AND ? IS NOT NULL",
                        id)
                .getLong(0);
        assertEquals(1L, later, "and what came late goes an hour later");
    }

    @Test
    void whatWasNeverFinishedIsSwept() {
        JsonPath upload = begin("video/mp4", 1_000);
        String id = upload.getString("medium.id");
        put(upload, mp4(1_000), Map.of());
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 3 HOUR WHERE id = ?", id);

        RecurringJob sweep = recurring.stream()
                .filter(job -> job.kind().equals("media-sweep"))
                .findFirst()
                .orElseThrow();
        assertEquals(Outcome.done(), sweep.run("all"));

        ada.asks().get("/v1/media/" + id).then().statusCode(404);
        await().atMost(SOON).until(() -> bucket.size(original(id)).isEmpty());
    }

    @Test
    void onlyVideosOfABoundedSizeAreBegun() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("type", "video/quicktime", "bytes", 1_000),
                Map.of("type", "video/mp4", "bytes", 200_000_001),
                Map.of("type", "video/mp4", "bytes", 0),
                Map.of("type", "video/mp4"))) {
            ada.asks().body(body).post("/v1/media/videos").then().statusCode(400);
        }
        given().auth().oauth2(TestPlayer.register("Bob").token());
        TestPlayer.register("Bob")
                .asks()
                .body(Map.of("type", "video/mp4", "bytes", 1_000))
                .post("/v1/media/videos")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameKeyGivesTheSameLink() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("type", "video/mp4", "bytes", 1_000);

        JsonPath first = ada.asks()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/media/videos")
                .jsonPath();
        JsonPath second = ada.asks()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/media/videos")
                .jsonPath();

        assertEquals(first.getString("url"), second.getString("url"));
        assertTrue(first.getString("url").contains("X-Amz-Signature"));
    }

    @Test
    void formatsAreKnownByTheirFirstBytes() {
        assertTrue(VideoFormat.MP4.begins(mp4(64)));
        assertTrue(VideoFormat.WEBM.begins(webm(64)));
        assertEquals(false, VideoFormat.MP4.begins(webm(64)));
        assertEquals(
                false, VideoFormat.WEBM.begins("\u001aE\u00df\u00a3 matroska".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(false, VideoFormat.MP4.begins("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(false, VideoFormat.MP4.begins(new byte[3]));
    }
}
