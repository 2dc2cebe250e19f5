package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One more device of a player comes in by a code. */
@ApiTest
class DeviceLinkTest {
    private static final String DEVICES = "/v1/me/devices";

    @Inject
    Pool pool;

    @Inject
    RevocationService revocations;

    private TestPlayer ada;

    @BeforeEach
    void register() {
        ada = TestPlayer.register("Ada");
    }

    private String linkCode() {
        return ada.asksForLinkCode()
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
        link("ABCDE-FGHJK", null).then().statusCode(401);
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
    void ofManyDevicesWithOneCodeOneIsLetIn() {
        String code = linkCode();

        List<CompletableFuture<Integer>> uses = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> link(code, null).statusCode()))
                .toList();

        assertEquals(
                Map.of(201, 1L, 401, 7L),
                uses.stream()
                        .map(CompletableFuture::join)
                        .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
        assertEquals(2, devices().size());
    }

    private List<String> devices() {
        return ada.asks().get(DEVICES).jsonPath().getList("deviceId");
    }

    @Test
    void aStolenTokenLetsNoOtherDeviceIn() {
        ada.asks()
                .body(Map.of("secret", TestPlayer.register("Thief").secret()))
                .post(DEVICES + "/link-codes")
                .then()
                .statusCode(403)
                .body("code", equalTo("secret-refused"));
        ada.asks().body(Map.of()).post(DEVICES + "/link-codes").then().statusCode(400);
    }

    @Test
    void aCodeEndsWithTheAccessOfTheDeviceThatAskedForIt() {
        JsonPath tablet = link(linkCode(), "Tablet").jsonPath();
        String token = signIn(tablet.getString("deviceId"), tablet.getString("secret"))
                .jsonPath()
                .getString("accessToken");
        String code = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("secret", tablet.getString("secret")))
                .post(DEVICES + "/link-codes")
                .then()
                .statusCode(201)
                .extract()
                .path("code");

        ada.asks().delete(DEVICES).then().statusCode(204);

        link(code, null).then().statusCode(401).body("code", equalTo("link-code-invalid"));
    }

    @Test
    void aCodeEndsWithTheAccessOfItsPlayer() {
        String code = linkCode();

        revocations
                .revoke(PlayerId.parse(ada.id()), new Actor(null, "somebody"))
                .await()
                .indefinitely();

        link(code, null).then().statusCode(401);
    }
}
