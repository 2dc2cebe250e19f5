package app.vstrivia.api.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiTest
class ProblemTest {

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body(not(containsString("xception")))
                .body(not(containsString("vstrivia")));
    }

    @Test
    void anUnknownPathIsNotFound() {
        problem(given().get("/v1/nothing"), 404, "not-found");
    }

    @Test
    void aWrongMethodIsNotAllowed() {
        problem(given().delete("/v1/config"), 405, "method-not-allowed");
    }

    @Test
    void aWrongMediaTypeIsUnsupported() {
        problem(given().contentType(ContentType.XML).body("<a/>").post("/v1/devices"), 415, "unsupported-media-type");
    }

    @Test
    void aBodyThatIsNoJsonIsMalformed() {
        problem(given().contentType(ContentType.JSON).body("{\"name\":").post("/v1/devices"), 400, "malformed");
        problem(given().contentType(ContentType.JSON).body("{nonsense}").post("/v1/devices"), 400, "malformed");
        problem(given().contentType(ContentType.JSON).body("[1]").post("/v1/devices"), 400, "malformed");
    }

    @Test
    void anEmptyBodyIsInvalid() {
        problem(given().contentType(ContentType.JSON).post("/v1/devices"), 400, "invalid");
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"deviceId\":\"no-uuid\",\"secret\":\"x\"}")
                                .post("/v1/tokens"),
                        400,
                        "invalid")
                .body("violations[0].field", equalTo("deviceId"));
    }

    @Test
    void aGarbageTokenIsUnauthenticated() {
        problem(given().auth().oauth2("garbage").get("/v1/me"), 401, "unauthenticated");
    }

    @Test
    void aLargeBodyIsRefusedUnread() {
        String large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";

        problem(given().contentType(ContentType.JSON).body(large).post("/v1/devices"), 413, "too-large");
    }

    @Test
    void unknownFieldsAreIgnored() {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Newer client", "theme", "dark"))
                .post("/v1/devices")
                .then()
                .statusCode(201);
    }

    @Test
    void theServiceIsReadyAndDescribesItself() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("VS Trivia"))
                .body("paths.'/v1/devices'.post.responses.'400'.'$ref'", equalTo("#/components/responses/Problem"));
        given().get("/v1/config").then().statusCode(200).body("socketUrl", containsString("/v1/socket"));
        TestPlayer.register("Reader").asks().get("/v1/me").then().statusCode(200);
    }
}
