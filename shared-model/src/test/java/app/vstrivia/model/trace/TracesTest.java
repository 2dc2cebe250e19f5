package app.vstrivia.model.trace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final TracedEvent REVEAL = new TracedEvent("match:1", 7, 12, "round-revealed");

    @Test
    void withoutAPlaceForThemVertxGetsNoTracer() {
        Traces traces = new Traces(config(null, 1));
        VertxOptions options = new VertxOptions();

        traces.accept(options);

        assertNull(options.getTracingOptions());
        assertFalse(traces.on());
    }

    @Test
    void whoeverKnowsAnEventKnowsTheTraceOfItsDeliveries() {
        TracedEvent same = new TracedEvent("match:1", 7, 12, "round-revealed");
        TracedEvent next = new TracedEvent("match:1", 7, 13, "round-revealed");

        assertTrue(REVEAL.deliveries().isValid());
        assertEquals(REVEAL.deliveries().getTraceId(), same.deliveries().getTraceId());
        assertNotEquals(REVEAL.deliveries().getTraceId(), next.deliveries().getTraceId());
    }

    @Test
    void aDeliveryComesWithTheIdOfItsEvent() throws IOException {
        CompletableFuture<byte[]> sent = new CompletableFuture<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            sent.complete(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            Traces traces = new Traces(
                    config("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces", 1));

            traces.delivered(REVEAL, 3);
            traces.stop(new ShutdownEvent());

            String body = HexFormat.of().formatHex(sent.orTimeout(10, SECONDS).join());
            assertTrue(body.contains(REVEAL.deliveries().getTraceId()), body);
            assertTrue(
                    body.contains(
                            HexFormat.of().formatHex("deliver round-revealed".getBytes(StandardCharsets.US_ASCII))),
                    body);
        } finally {
            collector.stop(0);
        }
    }

    private static TraceConfig config(String endpoint, double share) {
        return new TraceConfig() {
            @Override
            public Optional<URI> endpoint() {
                return Optional.ofNullable(endpoint).map(URI::create);
            }

            @Override
            public double share() {
                return share;
            }
        };
    }
}
