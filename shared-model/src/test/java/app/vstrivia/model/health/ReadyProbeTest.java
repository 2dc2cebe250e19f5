package app.vstrivia.model.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadyProbeTest {
    private HttpServer service;
    private volatile int status;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void aServiceThatSaysSoIsReady() {
        status = 200;
        assertTrue(ReadyProbe.isReady(service.getAddress().getPort()));
    }

    @Test
    void aServiceThatSaysOtherwiseIsNot() {
        status = 503;
        assertFalse(ReadyProbe.isReady(service.getAddress().getPort()));
    }

    @Test
    void norIsOneThatDoesNotAnswer() {
        int port = service.getAddress().getPort();
        service.stop(0);
        assertFalse(ReadyProbe.isReady(port));
    }
}
