package app.vstrivia.api.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Connections that are held open with as little as possible. */
@ApiTest
class SlowLorisTest {
    private static final String GET = "GET /v1/config HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String ENDLESS_HEADERS = "X-A: b\r\n";
    private static final long PATIENCE_MS = 10_000;
    private static final long AT_MOST_MS = 13_000;

    @TestHTTPResource("/")
    URI service;

    @Test
    void whoeverSendsSlowlyIsCut() throws Exception {
        List<Callable<Long>> attacks = List.of(
                this::sayNothing,
                () -> trickle("GET / HTTP/1.1\r\nHost: x\r\n", ENDLESS_HEADERS),
                () -> trickle(
                        "POST /v1/devices HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 5000\r\n\r\n{",
                        " "),
                this::slowAfterAFirstRequest);
        ExecutorService attackers = Executors.newFixedThreadPool(attacks.size());
        try {
            for (Future<Long> attack : attackers.invokeAll(attacks)) {
                long lasted = attack.get();
                assertTrue(lasted > PATIENCE_MS - 1_000 && lasted < AT_MOST_MS, "lasted " + lasted + " ms");
            }
        } finally {
            attackers.shutdownNow();
        }
    }

    @Test
    void whoUsesAConnectionAgainLaterIsNotCut() throws InterruptedException {
        try (RawHttp http = RawHttp.send(service, GET)) {
            assertEquals("HTTP/1.1 200 OK", http.readLine());

            assertTrue(!http.closedWithin((int) AT_MOST_MS));
            http.write(GET);
            assertEquals("HTTP/1.1 200 OK", http.readLine());
        }
    }

    private long sayNothing() {
        long start = System.nanoTime();
        try (RawHttp http = RawHttp.open(service)) {
            http.closedWithin(2 * (int) PATIENCE_MS);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private long trickle(String beginning, String bytes) throws InterruptedException {
        try (RawHttp http = RawHttp.send(service, beginning)) {
            return http.trickle(bytes, 2 * PATIENCE_MS);
        }
    }

    private long slowAfterAFirstRequest() throws InterruptedException {
        try (RawHttp http = RawHttp.send(service, GET)) {
            assertEquals("HTTP/1.1 200 OK", http.readLine());
            http.closedWithin(200); // the rest of the answer
            http.write("GET /");
            return http.trickle(ENDLESS_HEADERS, 2 * PATIENCE_MS);
        }
    }
}
