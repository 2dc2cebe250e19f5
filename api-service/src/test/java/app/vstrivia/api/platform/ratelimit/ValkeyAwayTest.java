package app.vstrivia.api.platform.ratelimit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.vstrivia.api.identity.IdentityService;
import app.vstrivia.api.identity.RegisteredDevice;
import app.vstrivia.api.identity.token.TokenService;
import app.vstrivia.api.identity.token.Tokens;
import app.vstrivia.api.support.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(ValkeyAwayTest.Away.class)
class ValkeyAwayTest {
    /** Where nobody listens. */
    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:1");
        }
    }

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    IdentityService identity;

    @Inject
    TokenService tokens;

    @Test
    void whoPlaysPlaysOn() throws Throwable {
        RegisteredDevice device = VertxContextSupport.subscribeAndAwait(() -> identity.register("Anna"));
        Tokens issued = VertxContextSupport.subscribeAndAwait(() -> tokens.issue(device.deviceId(), device.secret()));

        asks().auth()
                .oauth2(issued.accessToken())
                .body(Map.of("name", "Anna B."))
                .patch("/v1/me")
                .then()
                .statusCode(200)
                .header("RateLimit", nullValue());
        asks().auth()
                .oauth2(issued.accessToken())
                .body(Map.of("pin", "123456"))
                .post("/v1/rooms/join")
                .then()
                .statusCode(404);
        asks().body(Map.of("refreshToken", issued.refreshToken()))
                .post("/v1/tokens/refresh")
                .then()
                .statusCode(200);
        given().get(management.resolve("/q/metrics"))
                .then()
                .body(allOf(
                        containsString("trivia_ratelimit_unchecked_total{limit=\"writes\"}"),
                        containsString("trivia_ratelimit_unchecked_total{limit=\"refresh\"}")));
    }

    @Test
    void nobodyRegistersOrSignsInUncounted() throws Throwable {
        RegisteredDevice device = VertxContextSupport.subscribeAndAwait(() -> identity.register("Bob"));

        unavailable(asks().body(Map.of("name", "Carl")).post("/v1/devices"));
        unavailable(asks().body(Map.of("code", "AAAAA-AAAAA")).post("/v1/devices/link"));
        unavailable(asks().body(Map.of("deviceId", device.deviceId().toString(), "secret", device.secret()))
                .post("/v1/tokens"));
        unavailable(asks().post("/v1/sign-in/nonces"));
        unavailable(asks().body(Map.of("idToken", "x.y.z", "name", "Carl")).post("/v1/sign-in/acme"));
        Tokens issued = VertxContextSupport.subscribeAndAwait(() -> tokens.issue(device.deviceId(), device.secret()));
        unavailable(asks().auth()
                .oauth2(issued.accessToken())
                .body(Map.of("provider", "acme", "idToken", "x.y.z", "secret", device.secret()))
                .post("/v1/me/identities"));
        unavailable(asks().auth()
                .oauth2(issued.accessToken())
                .body(Map.of("token", "an offer", "secret", device.secret()))
                .post("/v1/me/merge"));
        given().get(management.resolve("/q/metrics"))
                .then()
                .body(allOf(
                        containsString("trivia_ratelimit_unknown_total{limit=\"registration\"}"),
                        containsString("trivia_ratelimit_unknown_total{limit=\"sign-in\"}"),
                        containsString("trivia_ratelimit_unknown_total{limit=\"linking\"}")));
    }

    private static RequestSpecification asks() {
        return given().contentType("application/json");
    }

    private static void unavailable(Response response) {
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo("unavailable"));
    }
}
