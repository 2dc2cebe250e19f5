package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.sql.Values;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ApiTest
class RevocationTest {
    @Inject
    Pool pool;

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whoIsPutOutGetsNoTokenAnyMoreAndIsToldSo() {
        TestPlayer ada = TestPlayer.register("Ada");
        TestPlayer bob = TestPlayer.register("Bob");

        given().post("/v1/players/" + ada.id() + "/revocation").then().statusCode(204);

        askForToken(ada, ada.secret()).then().statusCode(403).body("code", equalTo("put-out"));
        askForToken(ada, bob.secret()).then().statusCode(401).body("code", equalTo("unauthenticated"));
        askForToken(bob, bob.secret()).then().statusCode(200);
        assertEquals(1, revocations(ada));
        assertEquals(0, revocations(bob));
    }

    @Test
    @TestSecurity(user = "operator", roles = "admin")
    void whoIsNotThereCannotBePutOut() {
        given().post("/v1/players/" + UUID.randomUUID() + "/revocation")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void onlyAnAdminPutsOut() {
        TestPlayer ada = TestPlayer.register("Ada");
        TestPlayer bob = TestPlayer.register("Bob");

        bob.asks().post("/v1/players/" + ada.id() + "/revocation").then().statusCode(403);
        given().post("/v1/players/" + ada.id() + "/revocation").then().statusCode(401);
        assertEquals(0, revocations(ada));
    }

    private static Response askForToken(TestPlayer player, String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", player.deviceId(), "secret", secret))
                .post("/v1/tokens");
    }

    private long revocations(TestPlayer player) {
        return pool.preparedQuery("SELECT COUNT(*) FROM revocation WHERE player_id = ?")
                .execute(Values.of(PlayerId.parse(player.id())))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
