package app.vstrivia.local.prove.chaos;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {
    private static final int PATIENCE_MS = 5_000;

    private ServerSocket echo;
    private FaultyLink link;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread server = new Thread(this::serve);
        server.setDaemon(true);
        server.start();
        link = new FaultyLink("test", echo.getLocalPort());
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException broken) {
                        // The test broke it.
                    }
                });
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @AfterEach
    void stop() throws IOException {
        link.close();
        echo.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), link.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static int echoed(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    private static long millisToEcho(Socket socket) throws IOException {
        long start = System.nanoTime();
        assertEquals(7, echoed(socket, 7));
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Test
    void aFaultlessLinkPassesEverythingOnInOrder() throws IOException {
        byte[] much = new byte[3_000_000];
        new Random(1).nextBytes(much);
        try (Socket socket = connect()) {
            Thread writer = new Thread(() -> {
                try {
                    socket.getOutputStream().write(much);
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            });
            writer.start();

            assertEquals(
                    Arrays.hashCode(much),
                    Arrays.hashCode(socket.getInputStream().readNBytes(much.length)));
        }
    }

    @Test
    void cuttingAllBreaksThoseThatAreThereAndNoOthers() throws IOException {
        try (Socket one = connect();
                Socket other = connect()) {
            assertEquals(1, echoed(one, 1));
            assertEquals(2, echoed(other, 2));

            link.cutAll();

            assertThrows(IOException.class, () -> one.getInputStream().read());
            assertThrows(IOException.class, () -> other.getInputStream().read());
            try (Socket later = connect()) {
                assertEquals(3, echoed(later, 3));
            }
        }
    }

    @Test
    void cuttingOneLeavesTheOther() throws IOException {
        try (Socket one = connect();
                Socket other = connect()) {
            assertEquals(1, echoed(one, 1));
            assertEquals(2, echoed(other, 2));

            link.cutOne(new Random(1));

            int alive = 0;
            for (Socket socket : new Socket[] {one, other}) {
                alive += isAlive(socket) ? 1 : 0;
            }
            assertEquals(1, alive);
        }
    }

    /** The cut may take a moment to arrive: looked at for a while. */
    private static boolean isAlive(Socket socket) {
        try {
            for (int i = 0; i < 10; i++) {
                if (echoed(socket, 5) != 5) {
                    return false;
                }
                Thread.sleep(20);
            }
            return true;
        } catch (IOException broken) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void aDelayHoldsUpBothWays() throws IOException {
        try (Socket socket = connect()) {
            assertEquals(1, echoed(socket, 1));

            link.delay(100, 60_000);
            long delayed = millisToEcho(socket);
            link.heal();

            assertTrue(delayed >= 200, "there and back: " + delayed + " ms");
            assertEquals(1, echoed(socket, 1));
        }
    }

    @Test
    void aStallHoldsUpEverythingAndLosesNothing() throws IOException {
        try (Socket socket = connect()) {
            assertEquals(1, echoed(socket, 1));

            link.stall(400);

            assertTrue(millisToEcho(socket) >= 350);
        }
    }

    @Test
    void aLinkThatRefusesTakesConnectionsAgainAfterwards() throws IOException {
        link.refuse(400);
        try (Socket refused = connect()) {
            assertTrue(isBroken(refused));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (Socket socket = connect()) {
                return !isBroken(socket);
            }
        });
    }

    private static boolean isBroken(Socket socket) {
        try {
            return echoed(socket, 1) < 0;
        } catch (IOException broken) {
            return true;
        }
    }
}
