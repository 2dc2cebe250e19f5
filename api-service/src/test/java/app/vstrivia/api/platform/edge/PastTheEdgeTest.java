package app.vstrivia.api.platform.edge;

import static app.vstrivia.api.support.FrontDoor.HEADER;
import static app.vstrivia.api.support.FrontDoor.NEW_KEY;
import static app.vstrivia.api.support.FrontDoor.OLD_KEY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FrontDoor;
import app.vstrivia.api.support.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(FrontDoor.class)
class PastTheEdgeTest {
    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void whoComesPastTheEdgeIsRefusedAndLearnsNothing() {
        refused(given().get("/v1/config"));
        refused(given().header(HEADER, "").get("/v1/config"));
        refused(given().header(HEADER, NEW_KEY + "x").get("/v1/config"));
        refused(given().header(HEADER, "guess").header(HEADER, NEW_KEY).get("/v1/config"));
    }

    @Test
    void nothingElseIsDoneBefore() {
        refused(given().get("/v1/nothing"));
        refused(given().get("/"));
        refused(given().get("/q/openapi"));
        refused(given().get("/.well-known/jwks.json"));
        refused(given().auth().oauth2("garbage").get("/v1/me"));
        refused(given().header("Origin", "https://evil.example").options("/v1/me"));
    }

    @Test
    void theBodyIsNotRead() {
        String answer = RawHttp.send(
                        service, "POST /v1/devices HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n")
                .readAll();

        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    }

    @Test
    void whileTheKeyIsChangedBothOpen() {
        given().header(HEADER, NEW_KEY).get("/v1/config").then().statusCode(200);
        given().header(HEADER, OLD_KEY).get("/v1/config").then().statusCode(200);
    }

    @Test
    void healthAndFiguresAreOnTheirOwnPortAndNeedNoKey() {
        given().get(management.resolve("/q/health/ready")).then().statusCode(200);
        given().get(management.resolve("/q/metrics")).then().statusCode(200).body(containsString("jvm_"));

        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/metrics"}) {
            given().header(HEADER, NEW_KEY).get(path).then().statusCode(404);
        }
    }

    private static void refused(Response response) {
        String id = response.header("X-Request-Id");
        response.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .body(equalTo("{\"status\":403,\"title\":\"Forbidden\",\"code\":\"forbidden\",\"requestId\":\"" + id
                        + "\"}"));
    }
}
