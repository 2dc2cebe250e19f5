package app.vstrivia.api.platform.bodysize;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.TestPlayer;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** JSON that is small, and costly to read. */
@ApiTest
class DeepJsonTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void aHundredThousandBracketsAreRefused() throws Exception {
        tooComplex("{\"name\":\"Ann\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        tooComplex("{\"x\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}");
        tooComplex("{\"x\":" + "[".repeat(JsonBounds.DEPTH) + "]".repeat(JsonBounds.DEPTH) + "}");
    }

    @Test
    void anArrayOfHalfAMillionIsRefused() throws Exception {
        tooComplex("{\"name\":\"Ann\",\"x\":[0" + ",0".repeat(500_000) + "]}");
    }

    @Test
    void aTextOfAMegabyteIsRefused() throws Exception {
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

    /** With a client that does not look into what it sends. */
    private void tooComplex(String json) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.resolve("/v1/devices"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"code\":\"too-complex\""), response.body());
        assertFalse(response.body().contains("xception"), response.body());
    }
}
