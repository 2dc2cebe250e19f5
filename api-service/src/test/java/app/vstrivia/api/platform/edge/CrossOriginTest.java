package app.vstrivia.api.platform.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import app.vstrivia.api.support.ApiTest;
import org.junit.jupiter.api.Test;

@ApiTest
class CrossOriginTest {
    @Test
    void byDefaultNoPageOfAnotherOriginReadsAnything() {
        given().header("Origin", "https://evil.example")
                .get("/v1/config")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/devices")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }
}
