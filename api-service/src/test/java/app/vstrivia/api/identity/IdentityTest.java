package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.sql.Values;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ApiTest
class IdentityTest {
    @Inject
    Pool pool;

    @Test
    void aDeviceGetsAPlayerAndASecret() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "  Zoë   Müller "))
                .post("/v1/devices")
                .then()
                .statusCode(201)
                .body("playerId", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .body("deviceId", notNullValue())
                .body("secret", matchesPattern("[A-Za-z0-9_-]{43}"))
                .body("name", equalTo("Zoë Müller"));
    }

    @Test
    void theSecretIsNotInTheDatabase() {
        TestPlayer player = TestPlayer.register("Secretive");

        long rows = pool.preparedQuery("SELECT COUNT(*) FROM device WHERE secret_hash = ? OR secret_hash = ?")
                .execute(Values.of(player.secret(), player.secret().substring(0, 32)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);

        assertEquals(0, rows);
    }

    @Test
    void aNewPlayerHasAStream() {
        TestPlayer player = TestPlayer.register("Streamer");

        long heads = pool.preparedQuery("SELECT COUNT(*) FROM stream_head WHERE stream_id = ?")
                .execute(Values.of("player:" + player.id()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);

        assertEquals(1, heads);
    }

    @Test
    void anInvisibleNameIsRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "ab\u202Ecd"))
                .post("/v1/devices")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void aMissingNameIsRefusedByField() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/devices")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void anUnknownDeviceAndAWrongSecretGetTheSameAnswer() {
        TestPlayer player = TestPlayer.register("Careful");
        String wrongSecret = given().contentType(ContentType.JSON)
                .header("X-Request-Id", "a")
                .body(Map.of("deviceId", player.deviceId(), "secret", "wrong"))
                .post("/v1/tokens")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"))
                .extract()
                .asString();

        String unknownDevice = given().contentType(ContentType.JSON)
                .header("X-Request-Id", "a")
                .body(Map.of("deviceId", UUID.randomUUID().toString(), "secret", player.secret()))
                .post("/v1/tokens")
                .then()
                .statusCode(401)
                .extract()
                .asString();

        assertEquals(wrongSecret, unknownDevice);
    }

    @Test
    void aPlayerSeesAndChangesTheName() {
        TestPlayer player = TestPlayer.register("Before");

        player.asks()
                .body(Map.of("name", "After"))
                .patch("/v1/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("After"));

        player.asks()
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("playerId", equalTo(player.id()))
                .body("name", equalTo("After"))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z"));
    }

    @Test
    void nobodyIsNobody() {
        given().get("/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void theKeySetHoldsOnlyThePublicHalf() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].kid", not(equalTo(null)))
                .body("keys[0].d", equalTo(null));
    }
}
