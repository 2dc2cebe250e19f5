package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.identity.TokenClaims;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class DevicesTest {
    private static final String DEVICES = "/v1/me/devices";

    @Inject
    Pool pool;

    private TestPlayer ada;

    @BeforeEach
    void register() {
        ada = TestPlayer.register("Ada");
    }

    @Test
    void aDeviceWhoseAccessWasTakenGetsNothingAnyMore() {
        JsonPath tablet = TestDevices.link(TestDevices.linkCode(ada), "Tablet").jsonPath();
        JsonPath tokens = TestDevices.signIn(tablet.getString("deviceId"), tablet.getString("secret"))
                .jsonPath();
        String refreshToken = tokens.getString("refreshToken");
        String accessToken = tokens.getString("accessToken");
        given().auth().oauth2(accessToken).get("/v1/me").then().statusCode(200);

        ada.asks().delete(DEVICES + "/" + tablet.getString("deviceId")).then().statusCode(204);

        TestDevices.signIn(tablet.getString("deviceId"), tablet.getString("secret"))
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", refreshToken))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(401);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().auth().oauth2(accessToken).get("/v1/me").statusCode() == 401);
        ada.asks().get(DEVICES).then().body("deviceId", contains(ada.deviceId()));
        assertEquals(
                "{\"device\":\"" + tablet.getString("deviceId") + "\",\"reason\":\"revoked\"}",
                new Tables(pool).lastEvent("player:" + ada.id()));
        assertEquals(
                tablet.getString("deviceId"),
                new Tables(pool)
                        .row("SELECT device FROM revocation WHERE player_id = ?", ada.id())
                        .getString(0));
        TestDevices.signIn(ada.deviceId(), ada.secret()).then().statusCode(200);
    }

    @Test
    void allOthersCanBePutOutAtOnce() {
        JsonPath tablet = TestDevices.link(TestDevices.linkCode(ada), "Tablet").jsonPath();
        JsonPath phone = TestDevices.link(TestDevices.linkCode(ada), "Phone").jsonPath();

        ada.asks().delete(DEVICES).then().statusCode(204);

        TestDevices.signIn(tablet.getString("deviceId"), tablet.getString("secret"))
                .then()
                .statusCode(401);
        TestDevices.signIn(phone.getString("deviceId"), phone.getString("secret"))
                .then()
                .statusCode(401);
        ada.asks().get(DEVICES).then().body("deviceId", contains(ada.deviceId()));
        ada.asks().delete(DEVICES).then().statusCode(204);
    }

    @Test
    void aDeviceGetsAName() {
        ada.asks()
                .body(Map.of("name", "Ada's phone"))
                .patch(DEVICES + "/" + ada.deviceId())
                .then()
                .statusCode(204);

        ada.asks().get(DEVICES).then().body("name", contains("Ada's phone"));
        ada.asks()
                .body(Map.of("name", " "))
                .patch(DEVICES + "/" + ada.deviceId())
                .then()
                .statusCode(400);
    }

    private List<String> devices() {
        return ada.asks().get(DEVICES).jsonPath().getList("deviceId");
    }

    @Test
    void aDeviceMaySignItselfOut() {
        ada.asks().delete(DEVICES + "/" + ada.deviceId()).then().statusCode(204);

        TestDevices.signIn(ada.deviceId(), ada.secret()).then().statusCode(401);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ada.asks().get("/v1/me").statusCode() == 401);
    }

    @Test
    void whoseAccessWasTakenTakesThatOfNobodyElseWhileTheTokenIsStillGood() {
        JsonPath tablet = TestDevices.link(TestDevices.linkCode(ada), "Tablet").jsonPath();
        new Tables(pool).execute("UPDATE device SET revoked_at = NOW(6) WHERE id = ?", ada.deviceId());

        ada.asks().delete(DEVICES).then().statusCode(401).body("code", equalTo("unauthenticated"));
        ada.asks().delete(DEVICES + "/" + tablet.getString("deviceId")).then().statusCode(401);
        ada.asksForLinkCode().then().statusCode(401);
        ada.asks()
                .body(Map.of("secret", ada.secret()))
                .post(DEVICES + "/current/secret")
                .then()
                .statusCode(403);
        TestDevices.signIn(tablet.getString("deviceId"), tablet.getString("secret"))
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenThatIsIssuedWhileTheAccessIsTakenIsNotIssuedAfterwards() {
        for (int i = 0; i < 9; i++) {
            JsonPath tablet =
                    TestDevices.link(TestDevices.linkCode(ada), "Tablet " + i).jsonPath();
            String device = tablet.getString("deviceId");
            CompletableFuture<Response> signIn =
                    CompletableFuture.supplyAsync(() -> TestDevices.signIn(device, tablet.getString("secret")));
            ada.asks().delete(DEVICES + "/" + device).then().statusCode(204);

            Response answer = signIn.join();
            if (answer.statusCode() == 200) {
                Instant revoked = new Tables(pool)
                        .row("SELECT MAX(revoked_at) FROM revocation WHERE player_id = ?", ada.id())
                        .getLocalDateTime(0)
                        .toInstant(ZoneOffset.UTC);
                assertTrue(issued(answer.path("accessToken")) <= revoked.toEpochMilli());
            } else {
                answer.then().statusCode(401);
            }
        }
    }

    private static long issued(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonPath.from(claims).getLong(TokenClaims.ISSUED);
    }

    @Test
    void devicesOfOthersDoNotExist() {
        TestPlayer bob = TestPlayer.register("Bob");
        String hers = DEVICES + "/" + ada.deviceId();

        bob.asks().delete(hers).then().statusCode(404).body("code", equalTo("not-found"));
        bob.asks().body(Map.of("name", "mine")).patch(hers).then().statusCode(404);
        bob.asks().delete(DEVICES + "/no-id").then().statusCode(404);
        bob.asks().delete(DEVICES + "/" + UUID.randomUUID()).then().statusCode(404);
        TestDevices.signIn(ada.deviceId(), ada.secret()).then().statusCode(200);
        for (String path : List.of(DEVICES, DEVICES + "/link-codes")) {
            given().get(path).then().statusCode(path.equals(DEVICES) ? 401 : 405);
        }
    }
}
