package app.vstrivia.realtime.socket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.Issuer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    void anUpgradePastTheEdgeIsRefusedWhoeverAsks() throws IOException {
        for (String headers : List.of(token(), token() + key("guess"), "", key(KEY + "x"))) {
            String answer = upgrade(headers);

            assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
            assertTrue(answer.toLowerCase(Locale.ROOT).contains("\r\nx-request-id: mine-1\r\n"), answer);
            assertTrue(
                    answer.endsWith("{\"status\":403,\"title\":\"Forbidden\",\"code\":\"forbidden\","
                            + "\"requestId\":\"mine-1\"}"),
                    answer);
        }
    }

    @Test
    void whoComesThroughItIsAskedForTheToken() {
        for (String key : List.of(KEY, BEFORE)) {
            given().header("Upgrade", "websocket")
                    .header("Connection", "Upgrade")
                    .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                    .header("Sec-WebSocket-Version", "13")
                    .header(HEADER, key)
                    .get("/v1/socket")
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void theKeysAreAskedForThroughTheDoorOfTheOtherService() throws IOException {
        String answer = upgrade(token() + key(KEY));

        assertTrue(answer.startsWith("HTTP/1.1 101 "), answer);
        String asked = Issuer.askedWith().toLowerCase(Locale.ROOT);
        assertTrue(asked.contains("x-edge-key=[" + KEY + "]"), asked);
    }

    @Test
    void documentsAreBehindItAndHealthIsNot() {
        given().get("/v1/asyncapi.yaml").then().statusCode(403);
        given().header(HEADER, KEY).get("/v1/asyncapi.yaml").then().statusCode(200);
        given().get(ready).then().statusCode(200);
        given().header(HEADER, KEY).get("/q/health/ready").then().statusCode(404);
        given().header(HEADER, KEY).get("/q/metrics").then().statusCode(404);
    }

    private String token() {
        return "Authorization: Bearer " + Issuer.token(matches.player().toString()) + "\r\n";
    }

    private static String key(String value) {
        return HEADER + ": " + value + "\r\n";
    }

    /** What comes until the connection ends, or, once it is a socket, the first line. */
    private String upgrade(String headers) throws IOException {
        try (Socket raw = new Socket(socket.getHost(), socket.getPort())) {
            raw.setSoTimeout(15_000);
            raw.getOutputStream()
                    .write(("GET /v1/socket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Protocol: trivia.v1\r\nX-Request-Id: mine-1\r\n" + headers
                                    + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            for (int read = raw.getInputStream().read(); read >= 0; ) {
                answer.append((char) read);
                if (read == '\n' && answer.toString().startsWith("HTTP/1.1 101 ")) {
                    break;
                }
                read = raw.getInputStream().read();
            }
            return answer.toString();
        }
    }
}
