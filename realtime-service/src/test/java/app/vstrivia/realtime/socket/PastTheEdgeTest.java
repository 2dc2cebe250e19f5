package app.vstrivia.realtime.socket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PastTheEdgeTest.BehindAnEdge.class)
class PastTheEdgeTest extends Fixture {
    private static final String HEADER = "X-Edge-Key";
    private static final String KEY = "key-0123456789abcdef";
    private static final String BEFORE = "old-0123456789abcdef";

    /** With a key, in the middle of a change. */
    public static class BehindAnEdge implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("trivia.edge.required-header", HEADER, "trivia.edge.required-values", KEY + "," + BEFORE);
        }
    }

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void anUpgradePastTheEdgeIsRefusedWhoeverAsks() {
        String token = Issuer.token(matches.player().toString());

        refused(upgrade().header("Authorization", "Bearer " + token));
        refused(upgrade().header("Authorization", "Bearer " + token).header(HEADER, "guess"));
        refused(upgrade());
    }

    @Test
    void whoComesThroughItIsAskedForTheToken() {
        upgrade().header(HEADER, KEY).get("/v1/socket").then().statusCode(401);
        upgrade().header(HEADER, BEFORE).get("/v1/socket").then().statusCode(401);
        upgrade()
                .header(HEADER, KEY)
                .header(
                        "Authorization",
                        "Bearer " + Issuer.token(matches.player().toString()))
                .get("/v1/socket")
                .then()
                .statusCode(101);
    }

    @Test
    void theKeysAreAskedForThroughTheDoorOfTheOtherService() {
        String token = Issuer.token(matches.player().toString());

        upgrade().header(HEADER, KEY).header("Authorization", "Bearer " + token).get("/v1/socket");

        String asked = Issuer.askedWith().toLowerCase(Locale.ROOT);
        assertTrue(asked.contains("x-edge-key=[" + KEY + "]"), asked);
    }

    @Test
    void documentsAreBehindItAndHealthIsNot() {
        refused(given());
        given().header(HEADER, KEY).get("/v1/asyncapi.yaml").then().statusCode(200);
        given().get(ready).then().statusCode(200);
        given().header(HEADER, KEY).get("/q/health/ready").then().statusCode(404);
        given().header(HEADER, KEY).get("/q/metrics").then().statusCode(404);
    }

    private static RequestSpecification upgrade() {
        return given().header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Version", "13");
    }

    private static void refused(RequestSpecification request) {
        request.get("/v1/socket")
                .then()
                .statusCode(403)
                .body(equalTo("{\"status\":403,\"title\":\"Forbidden\",\"code\":\"forbidden\"}"));
    }
}
