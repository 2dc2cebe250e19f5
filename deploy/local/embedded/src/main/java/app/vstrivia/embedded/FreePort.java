package app.vstrivia.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that nothing listens on at this moment. */
public final class FreePort {
    /**
     * Below the ports that systems give to connections which go out (from 32768 on with Linux, higher elsewhere): one of
     * those could take a port between the question and the server's start.
     */
    private static final int LOWEST = 20_000;

    private static final int BELOW = 32_768;
    private static final int TRIES = 1_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One that this process has not been given before. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + LOWEST + " on is free");
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Checked before a start: a server that cannot listen must not be taken for the one that can. */
    static void require(int port, String server) {
        if (!isFree(port)) {
            throw new ServerNotStarted("Port " + port + ", which " + server + " is to listen on, is in use.");
        }
    }
}
