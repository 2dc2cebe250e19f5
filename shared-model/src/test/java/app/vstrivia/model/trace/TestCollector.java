package app.vstrivia.model.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what is sent by OTLP, and keeps the spans. */
public final class TestCollector implements AutoCloseable {
    private static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final List<TestSpan> spans = new CopyOnWriteArrayList<>();
    private final StringBuffer raw = new StringBuffer();

    /** One at the port and path of {@code address}. */
    public TestCollector(URI address) throws IOException {
        this(address.getPort(), address.getPath());
    }

    private TestCollector(int port, String path) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext(path, this::take);
        server.start();
    }

    /** One at any free port. */
    public static TestCollector start() throws IOException {
        return new TestCollector(0, PATH);
    }

    /** Where it takes traces, if it was {@link #start}ed. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        spans.addAll(TestSpan.read(body));
        raw.append(new String(body, java.nio.charset.StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    public List<TestSpan> spans() {
        return spans;
    }

    /** All that came, for looking for what must not come. */
    public String raw() {
        return raw.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
