package app.vstrivia.api.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ApiTest
class ProblemTest {
    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

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
        problem(given().delete("/v1/config"), 405, "method-not-allowed").header("Allow", containsString("GET"));
    }

    @Test
    void anAnswerOfAnotherMediaTypeIsNotToBeHad() {
        problem(given().accept(ContentType.XML).get("/v1/config"), 406, "not-acceptable");
    }

    @Test
    void anIdentifierThatIsNoneIsNotFound() {
        TestPlayer reader = TestPlayer.register("Reader");

        problem(reader.asks().get("/v1/matches/no-uuid"), 404, "not-found");
        problem(reader.asks().delete("/v1/matchmaking/tickets/1-1-1-1-1"), 404, "not-found");
    }

    /** No client library would send it; like a broken head, the server refuses it before it is a request. */
    @Test
    void anAddressThatIsNoUriIsRefusedWithoutAWord() throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.endsWith("content-length: 0\r\n\r\n"), answer);
        }
    }

    @Test
    void whoHasTheWrongRoleIsForbidden() {
        TestPlayer player = TestPlayer.register("Player");

        problem(player.asks().post("/v1/players/" + player.id() + "/revocation"), 403, "forbidden");
    }

    @Test
    void aFaultTellsNothingButItsRequest() {
        problem(given().header("X-Request-Id", "fault-1").get("/test/fault"), 500, "internal")
                .body("requestId", equalTo("fault-1"))
                .body(not(containsString("secret")));
    }

    @Test
    void everyAnswerHasTheIdOfItsRequest() {
        given().header("X-Request-Id", "a.B-c_1:2").get("/v1/config").then().header("X-Request-Id", "a.B-c_1:2");
        given().header("X-Request-Id", "r7")
                .get("/v1/nothing")
                .then()
                .header("X-Request-Id", "r7")
                .body("requestId", equalTo("r7"));
        given().get("/").then().statusCode(200).header("X-Request-Id", notNullValue());
    }

    @Test
    void anIdThatIsUnfitForALogIsReplaced() {
        for (String unfit : List.of("two words", "x".repeat(65), "<b>", "\u00e9")) {
            given().header("X-Request-Id", unfit)
                    .get("/v1/config")
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        }
    }

    @Test
    void aWrongMediaTypeIsUnsupported() {
        problem(given().contentType(ContentType.XML).body("<a/>").post("/v1/devices"), 415, "unsupported-media-type");
        problem(given().contentType(ContentType.TEXT).body("{}").post("/v1/devices"), 415, "unsupported-media-type");
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
        given().get(ready).then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("VS Trivia"))
                .body(
                        "paths.'/v1/devices'.post.responses.'400'.'$ref'",
                        equalTo("#/components/responses/invalid.malformed.too-complex"));
        given().get("/v1/config").then().statusCode(200).body("socketUrl", containsString("/v1/socket"));
        TestPlayer.register("Reader").asks().get("/v1/me").then().statusCode(200);
    }
}
