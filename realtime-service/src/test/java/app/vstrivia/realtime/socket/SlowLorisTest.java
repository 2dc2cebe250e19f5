package app.vstrivia.realtime.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.realtime.testing.Fixture;
import app.vstrivia.realtime.testing.TestSocket;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Connections that never become a socket. */
@QuarkusTest
class SlowLorisTest extends Fixture {
    private static final int AT_MOST_S = 13;

    @Test
    void anUpgradeThatIsSentSlowlyIsCut() throws IOException {
        try (Socket slow = new Socket(socket.getHost(), socket.getPort())) {
            slow.setTcpNoDelay(true);
            slow.setSoTimeout(500);
            slow.getOutputStream().write("GET /v1/socket HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();

            while (isOpen(slow)) {
                assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(AT_MOST_S), "is still open");
            }
        }
    }

    @Test
    void aSocketThatSaysNothingIsNotCutSoSoon() throws InterruptedException {
        try (TestSocket a = TestSocket.open(socket, matches.player()).hello()) {
            TimeUnit.SECONDS.sleep(AT_MOST_S);

            assertEquals(
                    "still here",
                    a.send("{'type':'ping','body':'still here'}")
                            .awaitType("pong")
                            .path("body")
                            .asText());
        }
    }

    /** Sends one more byte. */
    private static boolean isOpen(Socket slow) {
        try {
            slow.getOutputStream().write('x');
            return slow.getInputStream().read() >= 0;
        } catch (SocketTimeoutException waiting) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
