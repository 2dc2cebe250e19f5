package app.vstrivia.api.media;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FakeIssuers;
import app.vstrivia.api.support.Operator;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestIdentity;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ApiTest
@WithTestResource(value = FakeIssuers.class, scope = TestResourceScope.GLOBAL)
class PictureTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    PrivateFiles bucket;

    @Inject
    MediaStore store;

    @Inject
    SweepJob sweep;

    @Inject
    Library library;

    @TestHTTPResource("/v1/media/pictures")
    URI pictures;

    private Tables tables;
    private TestPlayer ada;
    private TestPlayer bob;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
        bob = TestPlayer.register("Bob");
    }

    private static void decide(String id, String decision) {
        moderator()
                .asks()
                .body(Map.of("decision", decision, "reason", "Looked at it"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(204);
    }

    private static TestPlayer moderator() {
        return TestPlayer.with("moderator");
    }

    private boolean isInBucket(String id, String name) {
        return bucket.size("media/" + id + "/" + name).isPresent();
    }

    @Test
    void aFileIsTakenAndWhatIsShownOfItFollows() {
        byte[] file = TestPictures.unique("png");

        JsonPath taken =
                TestMedia.uploads(ada, file).then().statusCode(202).extract().jsonPath();
        JsonPath done = TestMedia.done(ada, taken.getString("id"));

        assertEquals("image/png", taken.getString("type"), "by its content, not by its name");
        assertEquals(List.of(), taken.getList("files"));
        assertEquals("ready", done.getString("status"));
        assertEquals("pending", done.getString("review"));
        assertEquals(file.length, done.getInt("bytes"));
        assertEquals(400, done.getInt("width"));
        assertEquals(300, done.getInt("height"));
        assertEquals(28, done.getString("placeholder").length());
        assertTrue(done.getString("color").matches("#[0-9a-f]{6}"));
        assertEquals(List.of("320.jpg", "320.webp", "800.jpg", "800.webp"), done.getList("files.name"));
        assertEquals(List.of(320, 320, 400, 400), done.getList("files.width"));
        for (int i = 0; i < 4; i++) {
            Response shown = TestMedia.fetch(done.getString("files[" + i + "].url"));
            shown.then()
                    .statusCode(200)
                    .header("Content-Type", equalTo(done.getString("files[" + i + "].type")))
                    .header("Content-Disposition", equalTo("inline"));
            assertEquals(done.getInt("files[" + i + "].bytes"), shown.asByteArray().length);
        }
        await().atMost(SOON).until(() -> !isInBucket(taken.getString("id"), "original"));
        TestMedia.fetch(done.getString("files[0].url").replaceAll("\\?.*", ""))
                .then()
                .statusCode(403);
    }

    @Test
    void base64IsTakenUpToTenMegabytesAndNothingElseInJson() {
        TestMedia.sends(ada, TestPictures.unique("jpeg")).then().statusCode(202).body("type", equalTo("image/jpeg"));

        TestMedia.sends(ada, new byte[10 << 20]).then().statusCode(422).body("reason", equalTo("unsupported-type"));
        TestMedia.sends(ada, new byte[12 << 20]).then().statusCode(413).body("code", equalTo("too-large"));
        for (String body : List.of("{", "{\"data\":\"***\"}", "[")) {
            ada.asks().body(body).post("/v1/media/pictures/base64").then().statusCode(400);
        }
        for (String body :
                List.of("{}", "[]", "\"text\"", "{\"data\":7}", "{\"data\":\"\",\"more\":1}", "{\"url\":\"\"}")) {
            ada.asks()
                    .body(body)
                    .post("/v1/media/pictures/base64")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid"));
        }
    }

    @Test
    void whatIsNoPictureIsRefusedAtTheDoor() {
        TestMedia.uploads(ada, "<svg><script>alert(1)</script></svg>".getBytes())
                .then()
                .statusCode(422)
                .body("code", equalTo("unfit-medium"))
                .body("reason", equalTo("unsupported-type"));
        given().auth()
                .oauth2(ada.token())
                .multiPart("other", "a.png", TestPictures.unique("png"))
                .post("/v1/media/pictures")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"));

        ada.asks().get("/v1/media").then().statusCode(200).body("items", equalTo(List.of()));
    }

    @Test
    void whatTurnsOutToBeBrokenIsRefusedWithTheReason() {
        byte[] file = TestPictures.unique("png");
        byte[] half = java.util.Arrays.copyOf(file, file.length / 2);

        String id = TestMedia.picture(ada, half);
        JsonPath done = TestMedia.done(ada, id);

        assertEquals("refused", done.getString("status"));
        assertEquals("unreadable", done.getString("refusal"));
        assertEquals(
                Map.of("medium", id, "status", "refused", "review", "pending"),
                new JsonPath(tables.lastEvent("player:" + ada.id())).getMap("$"));
        assertEquals(List.of(), done.getList("files"));
        await().atMost(SOON).until(() -> !isInBucket(id, "original"));
        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 8 DAY WHERE id = ?", id);
        sweep.run("all");
        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void theSameFileAgainIsTheSamePictureForItsOwnerAlone() {
        byte[] file = TestPictures.unique("png");
        String first = TestMedia.picture(ada, file);

        String second =
                TestMedia.sends(ada, file).then().statusCode(202).extract().path("id");
        String ofAnother = TestMedia.picture(TestPlayer.with("author"), file);

        assertEquals(first, second);
        assertFalse(first.equals(ofAnother));
        ada.asks().get("/v1/media").then().body("items.id", equalTo(List.of(first)));
    }

    @Test
    void onlyTheOwnerSeesItUntilItIsApproved() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        bob.asks().get("/v1/media/" + id).then().statusCode(404);

        decide(id, "approved");
        JsonPath seen = TestMedia.view(bob, id);
        assertEquals("approved", seen.getString("review"));
        TestMedia.fetch(seen.getString("files[0].url")).then().statusCode(200);

        decide(id, "refused");
        assertEquals(
                List.of("medium-changed", "medium-changed", "medium-changed"), tables.events("player:" + ada.id()));
        assertEquals(
                Map.of("medium", id, "status", "ready", "review", "refused"),
                new JsonPath(tables.lastEvent("player:" + ada.id())).getMap("$"));
        bob.asks().get("/v1/media/" + id).then().statusCode(404);
        assertEquals("refused", TestMedia.view(ada, id).getString("review"));
        bob.asks().delete("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void moderatorsSeeWhatWaitsAndTheirDecisionsAreInTheAudit() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        TestPlayer moderator = moderator();

        JsonPath queue = waiting(moderator, id);
        assertEquals("picture", queue.getString("kind"));
        assertEquals("pending", queue.getString("status"));
        TestMedia.fetch(queue.getString("preview"))
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/jpeg"));

        moderator
                .asks()
                .body(Map.of("decision", "refused", "reason", "Not a holiday"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(204);

        assertNull(waiting(moderator, id));
        TestPlayer.with("admin")
                .asks()
                .get("/v1/admin/audit?action=review-decided&actor=" + moderator.id())
                .then()
                .statusCode(200)
                .body("items[0].details.thing", equalTo(id))
                .body("items[0].details.decision", equalTo("refused"))
                .body("items[0].details.reason", equalTo("Not a holiday"));
        moderator
                .asks()
                .body(Map.of("decision", "approved"))
                .put("/v1/reviews/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        moderator.asks().get("/v1/reviews?status=odd").then().statusCode(400);
        ada.asks().get("/v1/reviews").then().statusCode(403);
    }

    /** The item of the queue; null if it is not in it. */
    private static JsonPath waiting(TestPlayer moderator, String id) {
        String next = "";
        while (next != null) {
            JsonPath page = moderator
                    .asks()
                    .get("/v1/reviews?limit=50" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            Map<String, Object> found = page.getMap("items.find { it.id == '" + id + "' }");
            if (found != null) {
                return new JsonPath(io.vertx.core.json.Json.encode(found));
            }
            next = page.getString("next");
        }
        return null;
    }

    @Test
    void aPictureIsFetchedFromAnAddressThatTheRuleAllows() throws IOException {
        byte[] file = TestPictures.unique("webp");
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/picture", exchange -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        web.start();
        try {
            Map<String, String> body =
                    Map.of("url", "http://127.0.0.1:" + web.getAddress().getPort() + "/picture");
            ada.asks()
                    .body(body)
                    .post("/v1/media/pictures/url")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("fetch-refused"))
                    .body("reason", equalTo("address"));
            QuarkusMock.installMockForType(new ThisMachine(), PublicAddresses.class);

            String id = ada.asks()
                    .body(body)
                    .post("/v1/media/pictures/url")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");

            assertEquals("image/webp", TestMedia.done(ada, id).getString("type"));
        } finally {
            web.stop(0);
        }
    }

    private static final class ThisMachine extends PublicAddresses {
        @Override
        public boolean allows(InetAddress address, int port) {
            return address.isLoopbackAddress();
        }
    }

    @Test
    void whatIsDeletedIsGoneWithItsFiles() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        String url = TestMedia.done(ada, id).getString("files[0].url");

        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        ada.asks().get("/v1/media/" + id).then().statusCode(404);
        await().atMost(SOON).until(() -> TestMedia.fetch(url).statusCode() == 404);
        assertNull(waiting(moderator(), id));
    }

    @Test
    void whatIsDeletedWhileItIsWorkedOnLeavesNothing() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));

        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        await().during(Duration.ofMillis(700))
                .atMost(SOON)
                .until(() -> !isInBucket(id, "320.webp") && !isInBucket(id, "original"));
    }

    @Test
    void whatComesAfterItWasDeletedGoesAnHourLater() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));

        ada.asks().delete("/v1/media/" + id).then().statusCode(204);

        assertEquals(
                1L,
                tables.row(
                                "SELECT COUNT(*) FROM job WHERE task_name = 'medium-removal' AND task_instance = CONCAT('"
                                        + id + "', '/original') AND execution_time > NOW(6) + INTERVAL 50 MINUTE"
                                        + " AND ? IS NOT NULL",
                                id)
                        .getLong(0));
    }

    @ParameterizedTest
    @CsvSource({"uploaded", "processing"})
    void whatNobodyCouldFinishIsSwept(String status) {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        tables.execute(
                "UPDATE medium SET status = '" + status + "', changed_at = NOW(6) - INTERVAL 6 DAY WHERE id = ?", id);
        sweep.run("all");
        assertEquals(status, TestMedia.view(ada, id).getString("status"));

        tables.execute("UPDATE medium SET changed_at = NOW(6) - INTERVAL 8 DAY WHERE id = ?", id);
        sweep.run("all");

        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void whatModerationRefusedHasNoLinksAndIsSweptLater() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        assertEquals(4, TestMedia.done(ada, id).getList("files").size());

        decide(id, "refused");

        assertEquals(List.of(), TestMedia.view(ada, id).getList("files"));
        tables.execute("UPDATE review SET decided_at = NOW(6) - INTERVAL 29 DAY WHERE id = ?", id);
        sweep.run("all");
        assertEquals("refused", TestMedia.view(ada, id).getString("review"));
        tables.execute("UPDATE review SET decided_at = NOW(6) - INTERVAL 31 DAY WHERE id = ?", id);
        sweep.run("all");
        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void nobodyDecidesOnWhatIsHisOwn() {
        TestPlayer both = TestPlayer.with("author");
        Operator.asks()
                .put("/v1/admin/players/" + both.id() + "/roles/moderator")
                .then()
                .statusCode(204);
        TestPlayer author = both.signedIn();
        String id = TestMedia.picture(author, TestPictures.unique("png"));
        TestMedia.done(author, id);

        author.asks()
                .body(Map.of("decision", "approved"))
                .put("/v1/reviews/" + id)
                .then()
                .statusCode(403)
                .body("code", equalTo("own-thing"));

        assertEquals("pending", TestMedia.view(author, id).getString("review"));
        decide(id, "approved");
        assertEquals("approved", TestMedia.view(author, id).getString("review"));
    }

    @Test
    void slowBodiesHaveEightThreadsAtMost() throws IOException {
        TestPlayer author = TestPlayer.with("author");
        List<Socket> slow = new ArrayList<>();
        byte[] small = TestPictures.unique("png");
        try {
            for (int i = 0; i < 8; i++) {
                slow.add(begun(author));
            }
            await().atMost(SOON).untilAsserted(() -> TestMedia.sends(ada, small)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable")));
            TestMedia.uploads(ada, small).then().statusCode(202);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await().atMost(SOON)
                .untilAsserted(() -> TestMedia.sends(ada, small).then().statusCode(202));
    }

    /** A body of which only the beginning comes. */
    private Socket begun(TestPlayer slowAuthor) throws IOException {
        Socket socket = new Socket(pictures.getHost(), pictures.getPort());
        socket.getOutputStream()
                .write(("POST /v1/media/pictures/base64 HTTP/1.1\r\nHost: " + pictures.getAuthority()
                                + "\r\nAuthorization: Bearer " + slowAuthor.token()
                                + "\r\nContent-Type: application/json"
                                + "\r\nContent-Length: 1000000\r\n\r\n{\"data\":\"AAAA")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void anOwnerHasSoManyAndNoMore() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        TestMedia.done(ada, id);
        tables.execute("UPDATE medium SET bytes = 4000000000 WHERE id = ?", id);

        TestMedia.uploads(ada, TestPictures.unique("png"))
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-media"));
    }

    @Test
    void anUploadThatBrokeOffIsTakenUpByTheNextOneOrSwept() {
        byte[] file = TestPictures.unique("png");
        String id = TestMedia.picture(ada, file);
        TestMedia.done(ada, id);
        tables.execute("UPDATE medium SET status = 'awaiting' WHERE id = ?", id);
        tables.execute("DELETE FROM medium_file WHERE medium_id = ?", id);

        assertEquals(id, TestMedia.picture(ada, file));
        assertEquals("ready", TestMedia.done(ada, id).getString("status"));

        tables.execute("UPDATE medium SET status = 'awaiting', changed_at = NOW(6) - INTERVAL 3 HOUR WHERE id = ?", id);
        sweep.run("all");
        ada.asks().get("/v1/media/" + id).then().statusCode(404);
    }

    @Test
    void aFileThatComesOnceMoreWhenAllIsDoneDoesNotStay(@TempDir Path place) throws IOException {
        byte[] file = TestPictures.unique("png");
        String id = TestMedia.picture(ada, file);
        TestMedia.done(ada, id);
        await().atMost(SOON).until(() -> !isInBucket(id, "original"));
        bucket.put("media/" + id + "/original", Files.write(place.resolve("again"), file), "image/png");

        library.arrived(UUID.fromString(id), "picture").await().indefinitely();

        await().atMost(SOON).until(() -> !isInBucket(id, "original"));
        assertEquals("ready", TestMedia.view(ada, id).getString("status"));
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data,none", "multipart/form-data;boundary=x,none", "multipart/form-data;boundary=x,--x"
    })
    void aFormThatIsNoneIsRefused(String type, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(pictures)
                .header("Authorization", "Bearer " + ada.token())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"code\""), answer.body());
    }

    @Test
    void whoIsErasedLeavesNoPicture() {
        String id = TestMedia.picture(ada, TestPictures.unique("png"));
        String url = TestMedia.done(ada, id).getString("files[0].url");
        ada.asks().delete("/v1/me").then().statusCode(202);
        tables.execute("UPDATE player SET erase_at = NOW(6) - INTERVAL 1 SECOND WHERE id = ?", ada.id());
        pool.preparedQuery("UPDATE job SET execution_time = NOW(6) - INTERVAL 1 SECOND WHERE task_instance = ?")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(ada.id()))
                .await()
                .indefinitely();

        await().atMost(SOON).until(() -> TestMedia.fetch(url).statusCode() == 404);

        assertEquals(List.of(), store.of(PlayerId.parse(ada.id()), 10).await().indefinitely());
    }

    @Test
    void whoBecomesPartOfAnotherBringsThePictures() {
        TestIdentity identity = TestIdentity.at("acme");
        TestPlayer kept = asAuthor(identity.becomes("Ada"));
        TestPlayer guest = TestPlayer.with("author");
        byte[] both = TestPictures.unique("png");
        String mine = TestMedia.picture(kept, both);
        String same = TestMedia.picture(guest, both);
        String other = TestMedia.picture(guest, TestPictures.unique("png"));
        String offer =
                identity.isLinkedBy(guest).then().statusCode(409).extract().path("merge.token");

        guest.asks()
                .body(Map.of("token", offer, "secret", guest.secret()))
                .post("/v1/me/merge")
                .then()
                .statusCode(200);

        kept.asks().get("/v1/media").then().body("items.id", equalTo(List.of(other, same, mine)));
        assertEquals(mine, TestMedia.picture(kept, both));
    }

    private static TestPlayer asAuthor(TestPlayer player) {
        Operator.asks()
                .put("/v1/admin/players/" + player.id() + "/roles/author")
                .then()
                .statusCode(204);
        return player.signedIn();
    }
}
