package app.vstrivia.api.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The service with a worker that waits to be called, room for few connections, and traces of everything, for whoever listens
 * there. One profile for several tests, since each costs a build of the application.
 */
public final class Sleepy implements QuarkusTestProfile {
    /** So many at a time. */
    public static final int CONNECTIONS = 50;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "trivia.worker.poll",
                "1H",
                "quarkus.http.limits.max-connections",
                Integer.toString(CONNECTIONS),
                "trivia.traces.endpoint",
                "http://127.0.0.1:" + freePort() + "/v1/traces",
                "trivia.traces.share",
                "1");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
