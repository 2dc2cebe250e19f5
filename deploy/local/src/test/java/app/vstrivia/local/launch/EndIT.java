package app.vstrivia.local.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a process of the API ends that is told to. */
@Tag("waits")
class EndIT {
    private static final int CREATED = 201;
    /** For a body that comes at twice the slowest pace that there may be (8 KB/s). */
    private static final int CHUNK = 4_096;

    private static final Duration PAUSE = Duration.ofMillis(250);
    /** 15 s. */
    private static final long CHUNKS = 60;

    private static final byte[] BODY = "{\"name\":\"Ida\"}".getBytes(StandardCharsets.US_ASCII);

    /** As the service has it by itself; the launcher is in a hurry. */
    private static final Map<String, String> PATIENT = Map.of("QUARKUS_SHUTDOWN_TIMEOUT", "90S");

    @TempDir
    static Path data;

    @Test
    void whatItWasAskedBeforeIsAnsweredHoweverLongThatTakes() throws Exception {
        try (LocalSystem system = LocalSystem.startForTest(data, 1, PATIENT)) {
            CountDownLatch begun = new CountDownLatch(4);
            CompletableFuture<HttpResponse<Void>> answered = HttpClient.newHttpClient()
                    .sendAsync(slowRegistration(system, begun), HttpResponse.BodyHandlers.discarding());
            assertTrue(begun.await(30, TimeUnit.SECONDS));
            system.apiProcess(0).terminate();

            assertEquals(CREATED, answered.get(60, TimeUnit.SECONDS).statusCode());
            // Then nothing is waited for.
            system.apiProcess(0).ended().get(10, TimeUnit.SECONDS);
        }
    }

    private static HttpRequest slowRegistration(LocalSystem system, CountDownLatch begun) {
        return HttpRequest.newBuilder(system.apiUri().resolve("/v1/devices"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> new Slow(begun)), CHUNKS * CHUNK + BODY.length))
                .build();
    }

    /** A body that is sent for a while: blanks, then what matters. */
    private static final class Slow extends InputStream {
        private final InputStream last = new ByteArrayInputStream(BODY);
        private final CountDownLatch begun;
        private long chunks = CHUNKS;

        Slow(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (chunks == 0) {
                return last.read(into, from, most);
            }
            chunks--;
            begun.countDown();
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            Arrays.fill(into, from, from + CHUNK, (byte) ' ');
            return CHUNK;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("a client reads many bytes at once");
        }
    }
}
