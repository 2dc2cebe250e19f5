package app.vstrivia.api.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** The service with a worker that waits to be called, and with traces of everything, for whoever listens there. */
public final class Sleepy implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "trivia.worker.poll",
                "1H",
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
