package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.audit.Actor;
import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
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

    @Test
    void aCodeLetsOneMoreDeviceIn() {
        JsonPath tablet = TestDevices.link(
                        TestDevices.linkCode(ada).toLowerCase(Locale.ROOT).replace("-", " "), "Tablet")
                .then()
                .statusCode(201)
                .body("playerId", equalTo(ada.id()))
                .body("name", equalTo("Ada"))
                .extract()
                .jsonPath();

        String token = TestDevices.signIn(tablet.getString("deviceId"), tablet.getString("secret"))
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
        String replaced = TestDevices.linkCode(ada);
        String code = TestDevices.linkCode(ada);
        TestDevices.link(replaced, null).then().statusCode(401).body("code", equalTo("link-code-invalid"));
        TestDevices.link(code, null).then().statusCode(201);
        TestDevices.link(code, null).then().statusCode(401);

        String late = TestDevices.linkCode(ada);
        new Tables(pool)
                .execute(
                        "UPDATE device_link SET expires_at = NOW(6) - INTERVAL 1 SECOND WHERE player_id = ?", ada.id());
        TestDevices.link(late, null).then().statusCode(401);
        TestDevices.link("ABCDE-FGHJK", null).then().statusCode(401);
        TestDevices.link("", null).then().statusCode(400);
    }

    @Test
    void aPlayerHasTenDevicesAtMostAndTheCodeIsNotLost() {
        for (int i = 1; i < 10; i++) {
            TestDevices.link(TestDevices.linkCode(ada), null).then().statusCode(201);
        }
        String code = TestDevices.linkCode(ada);
        TestDevices.link(code, null).then().statusCode(409).body("code", equalTo("too-many-devices"));

        String other = ada.asks().get(DEVICES).jsonPath().getString("deviceId[0]");
        ada.asks().delete(DEVICES + "/" + other).then().statusCode(204);

        TestDevices.link(code, null).then().statusCode(201);
    }

    @Test
    void ofManyDevicesWithOneCodeOneIsLetIn() {
        String code = TestDevices.linkCode(ada);

        List<CompletableFuture<Integer>> uses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> TestDevices.link(code, null).statusCode()))
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
        JsonPath tablet = TestDevices.link(TestDevices.linkCode(ada), "Tablet").jsonPath();
        String token = TestDevices.signIn(tablet.getString("deviceId"), tablet.getString("secret"))
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

        TestDevices.link(code, null).then().statusCode(401).body("code", equalTo("link-code-invalid"));
    }

    @Test
    void aCodeEndsWithTheAccessOfItsPlayer() {
        String code = TestDevices.linkCode(ada);

        revocations
                .revoke(PlayerId.parse(ada.id()), new Actor(null, "somebody"))
                .await()
                .indefinitely();

        TestDevices.link(code, null).then().statusCode(401);
    }
}
