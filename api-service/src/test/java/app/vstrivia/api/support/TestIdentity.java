package app.vstrivia.api.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account at a provider. */
public record TestIdentity(String provider, String subject) {

    public static TestIdentity at(String provider) {
        return new TestIdentity(provider, UUID.randomUUID().toString());
    }

    public FakeIssuer issuer() {
        return FakeIssuers.of(provider);
    }

    public static String nonce() {
        return given().post("/v1/sign-in/nonces")
                .then()
                .statusCode(201)
                .extract()
                .path("nonce");
    }

    /** A good ID token with a fresh nonce. */
    public String token() {
        return issuer().token(subject, nonce());
    }

    /** @param name may be null */
    public Response signsIn(String name) {
        return signIn(provider, token(), name);
    }

    public static Response signIn(String provider, String token, String name) {
        Map<String, Object> body = new HashMap<>(Map.of("idToken", token, "deviceName", "New phone"));
        if (name != null) {
            body.put("name", name);
        }
        return given().contentType(ContentType.JSON).body(body).post("/v1/sign-in/" + provider);
    }

    /** A new player with this identity. */
    public TestPlayer becomes(String name) {
        JsonPath answer = signsIn(name).then().statusCode(201).extract().jsonPath();
        return player(answer);
    }

    /** The player of an answer to a sign-in. */
    public static TestPlayer player(JsonPath answer) {
        return new TestPlayer(
                answer.getString("playerId"),
                answer.getString("deviceId"),
                answer.getString("secret"),
                answer.getString("name"),
                answer.getString("tokens.accessToken"));
    }

    public Response isLinkedBy(TestPlayer player) {
        return player.asks()
                .body(Map.of("provider", provider, "idToken", token(), "secret", player.secret()))
                .post("/v1/me/identities");
    }
}
