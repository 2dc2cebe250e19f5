package app.vstrivia.api.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A registered player with a token. */
public record TestPlayer(String id, String deviceId, String secret, String name, String token) {

    public static TestPlayer register(String name) {
        JsonPath device = given().contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .post("/v1/devices")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestPlayer(
                        device.getString("playerId"),
                        device.getString("deviceId"),
                        device.getString("secret"),
                        name,
                        null)
                .signedIn();
    }

    /** The same with a new token, which names the roles that the player has now. */
    public TestPlayer signedIn() {
        String fresh = given().contentType(ContentType.JSON)
                .body(Map.of("deviceId", deviceId, "secret", secret))
                .post("/v1/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        return new TestPlayer(id, deviceId, secret, name, fresh);
    }

    /** A registered player who was given that role, and has a token which names it. */
    public static TestPlayer with(String role) {
        TestPlayer player = register("One " + role);
        Operator.asks()
                .put("/v1/admin/players/" + player.id + "/roles/" + role)
                .then()
                .statusCode(204);
        return player.signedIn();
    }

    /** Asks for a code that lets one more device in. */
    public Response asksForLinkCode() {
        return asks().body(Map.of("secret", secret)).post("/v1/me/devices/link-codes");
    }

    /** A request with this player's token. */
    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
