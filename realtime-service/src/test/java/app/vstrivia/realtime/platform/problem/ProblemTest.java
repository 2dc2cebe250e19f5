package app.vstrivia.realtime.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever is refused over HTTP is a problem with a code, and says the id of its request. */
@QuarkusTest
class ProblemTest extends Fixture {
    private static final String DEVICE = "018f0000-0000-7000-8000-0000000000d1";
    private static final String OWN_ID = "mine:2.b_c-d";

    private static Response problem(Response response, int status, String code) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", OWN_ID)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("requestId", equalTo(OWN_ID));
        return response;
    }

    private static RequestSpecification asks() {
        return given().header("X-Request-Id", OWN_ID);
    }

    private static RequestSpecification upgrades() {
        return asks().header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Protocol", "trivia.v1");
    }

    private RequestSpecification upgradesAs(String... groups) {
        String token = Issuer.token(matches.player().toString(), DEVICE, Duration.ofMinutes(5), Set.of(groups));
        return upgrades().header("Authorization", "Bearer " + token);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(asks().get("/v1/nothing"), 404, "not-found");
        problem(asks().get("/v1/socket"), 404, "not-found");
    }

    @Test
    void anUpgradeWithoutAGoodTokenIsUnauthenticated() {
        for (RequestSpecification upgrade :
                List.of(upgrades(), upgrades().header("Authorization", "Bearer nonsense"))) {
            problem(upgrade.get("/v1/socket"), 401, "unauthenticated").then().header("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void anUpgradeOfNoPlayerIsForbidden() {
        problem(upgradesAs("admin").get("/v1/socket"), 403, "forbidden");
    }

    @Test
    void anUpgradeThatWouldNeverBecomeASocketIsInvalid() {
        problem(upgradesAs("player").body("x").get("/v1/socket"), 400, "invalid");
    }

    @Test
    void anIdThatIsUnfitForALogIsReplaced() {
        given().header("X-Request-Id", "two words")
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }
}
