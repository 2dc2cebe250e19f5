package app.vstrivia.api.platform.bodysize;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** JSON that is small, and costly to read. */
@ApiTest
class DeepJsonTest {
    @Test
    void aHundredThousandBracketsAreRefused() {
        tooComplex("{\"name\":\"Ann\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        tooComplex("{\"x\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}");
        tooComplex("{\"x\":" + "[".repeat(JsonBounds.DEPTH) + "]".repeat(JsonBounds.DEPTH) + "}");
    }

    @Test
    void anArrayOfHalfAMillionIsRefused() {
        tooComplex("{\"name\":\"Ann\",\"x\":[0" + ",0".repeat(500_000) + "]}");
    }

    @Test
    void aTextOfAMegabyteIsRefused() {
        tooComplex("{\"name\":\"" + "x".repeat(1_000_000) + "\"}");
        tooComplex("{\"" + "x".repeat(100_000) + "\":1}");
        tooComplex("{\"x\":" + "9".repeat(100_000) + "}");
    }

    @Test
    void aListOfAnAnswerHasItsOwnBound() {
        TestPlayer.register("Ann")
                .asks()
                .body("{\"id\":\"a\",\"round\":1,\"elapsed\":1,\"choices\":[0" + ",0".repeat(12) + "]}")
                .post("/v1/matches/018f0000-0000-7000-8000-0000000000d1/answers")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"));
    }

    private static ValidatableResponse tooComplex(String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .post("/v1/devices")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("too-complex"))
                .body(not(containsString("xception")));
    }
}
