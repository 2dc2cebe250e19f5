package app.vstrivia.api.platform.bodysize;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Requests that are long before they have a body. */
@ApiTest
class LongRequestTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void anAddressOfFiveThousandCharactersIsRefused() {
        assertRefused("GET /v1/config?x=" + "y".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", " 414 ");
    }

    @Test
    void headersOfTwentyThousandCharactersAreRefused() {
        assertRefused("GET /v1/config HTTP/1.1\r\nHost: x\r\nX-A: " + "y".repeat(20_000) + "\r\n\r\n", " 431 ");
        assertRefused("GET /v1/config HTTP/1.1\r\nHost: x\r\n" + "X-A: y\r\n".repeat(3_000) + "\r\n", " 431 ");
    }

    @Test
    void anotherProtocolIsNotSpoken() {
        String head = "GET /v1/config HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        try (RawHttp http = RawHttp.send(service, head)) {
            String line = http.readLine();
            assertTrue(line.contains(" 200 "), line);
        }
    }

    private void assertRefused(String request, String status) {
        try (RawHttp http = RawHttp.send(service, request)) {
            String line = http.readLine();
            assertTrue(line.contains(status), line);
        }
    }
}
