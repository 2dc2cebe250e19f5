package app.vstrivia.api.media;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.media.picture.TestPictures;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import app.vstrivia.api.platform.storage.PrivateFiles;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as they come in, in whatever way. */
@ApiTest
class PictureArrivalTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    PrivateFiles bucket;

    @Inject
    SweepJob sweep;

    @TestHTTPResource("/v1/media/pictures")
    URI pictures;

    @Inject
    Pool pool;

    private Tables tables;
    private TestPlayer ada;

    @BeforeEach
    void register() {
        tables = new Tables(pool);
        ada = TestPlayer.with("author");
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

    private boolean isInBucket(String id, String name) {
        return bucket.size("media/" + id + "/" + name).isPresent();
    }
}
