package app.vstrivia.api.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;

/** How one more device comes in. */
final class TestDevices {
    private TestDevices() {}

    static String linkCode(TestPlayer player) {
        return player.asksForLinkCode()
                .then()
                .statusCode(201)
                .body("code", matchesPattern("[0-9A-Z]{5}-[0-9A-Z]{5}"))
                .body("expiresAt", notNullValue())
                .extract()
                .path("code");
    }

    /** @param name null for none */
    static Response link(String code, String name) {
        Map<String, String> body = new HashMap<>(Map.of("code", code));
        if (name != null) {
            body.put("deviceName", name);
        }
        return given().contentType(ContentType.JSON).body(body).post("/v1/devices/link");
    }

    static Response signIn(String device, String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", device, "secret", secret))
                .post("/v1/tokens");
    }
}
