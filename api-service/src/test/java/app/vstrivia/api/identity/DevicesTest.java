package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

    private String linkCode() {
        return ada.asks()
                .post(DEVICES + "/link-codes")
                .then()
                .statusCode(201)
                .body("code", matchesPattern("[0-9A-Z]{5}-[0-9A-Z]{5}"))
                .body("expiresAt", notNullValue())
                .extract()
                .path("code");
    }

    private static Response link(String code, String name) {
        Map<String, String> body = new HashMap<>(Map.of("code", code));
        if (name != null) {
            body.put("deviceName", name);
        }
        return given().contentType(ContentType.JSON).body(body).post("/v1/devices/link");
    }

    private static Response signIn(String device, String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", device, "secret", secret))
                .post("/v1/tokens");
    }

    @Test
    void aCodeLetsOneMoreDeviceIn() {
        JsonPath tablet = link(linkCode().toLowerCase(Locale.ROOT).replace("-", " "), "Tablet")
                .then()
                .statusCode(201)
                .body("playerId", equalTo(ada.id()))
                .body("name", equalTo("Ada"))
                .extract()
                .jsonPath();

        String token = signIn(tablet.getString("deviceId"), tablet.getString("secret"))
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        given().auth()
                .oauth2(token)
                .get(DEVICES)
                .then()
                .statusCode(200)
                .body("deviceId", contains(tablet.getString("deviceId"), ada.deviceId()))
                .body("name", contains("Tablet", null))
                .body("current", contains(true, false))
                .body("lastSeenAt[0]", notNullValue());
        assertEquals(List.of("device-added"), new Tables(pool).events("player:" + ada.id()));
    }

    @Test
    void aCodeIsGoodOnceAndForAWhileAndAsTheLastOne() {
        String replaced = linkCode();
        String code = linkCode();
        link(replaced, null).then().statusCode(401).body("code", equalTo("link-code-invalid"));
        link(code, null).then().statusCode(201);
        link(code, null).then().statusCode(401);

        String late = linkCode();
        new Tables(pool)
                .execute(
                        "UPDATE device_link SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE player_id = ?", ada.id());
        link(late, null).then().statusCode(401);
        link("", null).then().statusCode(400);
    }

    @Test
    void aPlayerHasTenDevicesAtMostAndTheCodeIsNotLost() {
        for (int i = 1; i < 10; i++) {
            link(linkCode(), null).then().statusCode(201);
        }
        String code = linkCode();
        link(code, null).then().statusCode(409).body("code", equalTo("too-many-devices"));

        String other = ada.asks().get(DEVICES).jsonPath().getString("deviceId[0]");
        ada.asks().delete(DEVICES + "/" + other).then().statusCode(204);

        link(code, null).then().statusCode(201);
    }

    @Test
    void aDeviceWhoseAccessWasTakenGetsNothingAnyMore() {
        JsonPath tablet = link(linkCode(), "Tablet").jsonPath();
        JsonPath tokens =
                signIn(tablet.getString("deviceId"), tablet.getString("secret")).jsonPath();
        String refreshToken = tokens.getString("refreshToken");
        String accessToken = tokens.getString("accessToken");
        given().auth().oauth2(accessToken).get("/v1/me").then().statusCode(200);

        ada.asks().delete(DEVICES + "/" + tablet.getString("deviceId")).then().statusCode(204);

        signIn(tablet.getString("deviceId"), tablet.getString("secret")).then().statusCode(401);
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
        signIn(ada.deviceId(), ada.secret()).then().statusCode(200);
    }

    @Test
    void allOthersCanBePutOutAtOnce() {
        JsonPath tablet = link(linkCode(), "Tablet").jsonPath();
        JsonPath phone = link(linkCode(), "Phone").jsonPath();

        ada.asks().delete(DEVICES).then().statusCode(204);

        signIn(tablet.getString("deviceId"), tablet.getString("secret")).then().statusCode(401);
        signIn(phone.getString("deviceId"), phone.getString("secret")).then().statusCode(401);
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

    @Test
    void theOldSecretIsGoodForAWhileAfterItWasReplaced() {
        String secret = ada.asks()
                .post(DEVICES + "/current/secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("secret");

        assertNotEquals(ada.secret(), secret);
        signIn(ada.deviceId(), secret).then().statusCode(200);
        signIn(ada.deviceId(), ada.secret()).then().statusCode(200);
        new Tables(pool)
                .execute(
                        "UPDATE device SET old_secret_until = NOW(6) - INTERVAL 1 SECOND WHERE player_id = ?",
                        ada.id());
        signIn(ada.deviceId(), ada.secret()).then().statusCode(401);
        signIn(ada.deviceId(), secret).then().statusCode(200);
    }

    @Test
    void devicesOfOthersDoNotExist() {
        TestPlayer bob = TestPlayer.register("Bob");
        String hers = DEVICES + "/" + ada.deviceId();

        bob.asks().delete(hers).then().statusCode(404).body("code", equalTo("not-found"));
        bob.asks().body(Map.of("name", "mine")).patch(hers).then().statusCode(404);
        bob.asks().delete(DEVICES + "/" + UUID.randomUUID()).then().statusCode(404);
        signIn(ada.deviceId(), ada.secret()).then().statusCode(200);
        for (String path : List.of(DEVICES, DEVICES + "/link-codes")) {
            given().get(path).then().statusCode(path.equals(DEVICES) ? 401 : 405);
        }
    }
}
