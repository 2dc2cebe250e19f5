package app.vstrivia.api.platform.edge;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.FrontDoor;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@ApiTest
@TestProfile(FrontDoor.class)
class PageHeadersTest {
    @Test
    void thePageCannotBeFramedAndLoadsNothingFromElsewhere() {
        FrontDoor.from("192.0.2.1")
                .get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", containsString("img-src 'self' data: http://127.0.0.1:"))
                .header("Content-Security-Policy", containsString("media-src 'self' http://127.0.0.1:"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("Permissions-Policy", containsString("geolocation=()"));
    }

    @Test
    void answersOfTheApiAreKeptByNobody() {
        FrontDoor.from("192.0.2.1")
                .get("/v1/config")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
        FrontDoor.from("192.0.2.1").get("/v1/me").then().statusCode(401).header("Cache-Control", equalTo("no-store"));
        FrontDoor.from("192.0.2.1")
                .get("/.well-known/jwks.json")
                .then()
                .header("Cache-Control", matchesPattern("public, max-age=\\d+"));
    }

    @Test
    void onlyWhoComesOverTlsIsToldToStayThere() {
        FrontDoor.from("192.0.2.1")
                .header("X-Forwarded-Proto", "https")
                .get("/v1/config")
                .then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000"));
        FrontDoor.from("192.0.2.1").get("/v1/config").then().header("Strict-Transport-Security", nullValue());
    }

    @Test
    void onlyTheOriginsThatAreListedMayAskFromAfar() {
        FrontDoor.from("192.0.2.1")
                .header("Origin", FrontDoor.ORIGIN)
                .get("/v1/config")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(FrontDoor.ORIGIN));
        FrontDoor.from("192.0.2.1")
                .header("Origin", "https://evil.example")
                .get("/v1/config")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
