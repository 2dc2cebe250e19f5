package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Tables;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class DeviceSecretTest {
    @Inject
    Pool pool;

    private TestPlayer ada;

    @BeforeEach
    void register() {
        ada = TestPlayer.register("Ada");
    }

    private Response signIn(String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", ada.deviceId(), "secret", secret))
                .post("/v1/tokens");
    }

    private Response replaceSecret(String present) {
        return ada.asks().body(Map.of("secret", present)).post("/v1/me/devices/current/secret");
    }

    private String replacedSecret(String present) {
        return replaceSecret(present)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .path("secret");
    }

    @Test
    void theOldSecretIsGoodForAWhileAfterItWasReplaced() {
        String secret = replacedSecret(ada.secret());

        assertNotEquals(ada.secret(), secret);
        signIn(secret).then().statusCode(200);
        signIn(ada.secret()).then().statusCode(200);
        fiveMinutesPass();
        signIn(ada.secret()).then().statusCode(401);
        signIn(secret).then().statusCode(200);
    }

    private void fiveMinutesPass() {
        new Tables(pool)
                .execute(
                        "UPDATE device SET old_secret_until = old_secret_until - INTERVAL 300 SECOND WHERE id = ?",
                        ada.deviceId());
    }

    @Test
    void whoLostTheAnswerReplacesTheSecretAgain() {
        String lost = replacedSecret(ada.secret());

        String secret = replacedSecret(ada.secret());

        signIn(lost).then().statusCode(401);
        signIn(ada.secret()).then().statusCode(200);
        signIn(secret).then().statusCode(200);
        fiveMinutesPass();
        replaceSecret(ada.secret()).then().statusCode(403).body("code", equalTo("secret-refused"));
        replacedSecret(secret);
    }

    @Test
    void aTokenAloneDoesNotReplaceTheSecret() {
        replaceSecret("wrong").then().statusCode(403).body("code", equalTo("secret-refused"));
        replaceSecret("").then().statusCode(400);

        signIn(ada.secret()).then().statusCode(200);
    }

    @Test
    void whatTheOldSecretBroughtIsNotRenewed() {
        String refreshToken = signIn(ada.secret()).jsonPath().getString("refreshToken");

        replacedSecret(ada.secret());

        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", refreshToken))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(401);
    }
}
