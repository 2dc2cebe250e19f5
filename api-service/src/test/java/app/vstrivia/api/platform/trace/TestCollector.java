package app.vstrivia.api.platform.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is sent by OTLP, and keeps the spans. */
final class TestCollector implements AutoCloseable {
    private final HttpServer server;
    private final List<TestSpan> spans = new CopyOnWriteArrayList<>();
    private final StringBuffer raw = new StringBuffer();

    TestCollector(URI address) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        server.createContext(address.getPath(), this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        spans.addAll(TestSpan.read(body));
        raw.append(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    List<TestSpan> spans() {
        return spans;
    }

    /** All that came, for looking for what must not come. */
    String raw() {
        return raw.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
