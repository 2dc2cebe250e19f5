package app.vstrivia.backup.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The figures of backups, for Prometheus, and whether this process is well: {@code /q/metrics} and {@code /q/health/…} as the
 * services have them.
 */
public final class Figures implements AutoCloseable {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final Map<String, Figure> figures = new ConcurrentSkipListMap<>();
    private volatile boolean ready;

    private record Figure(String meaning, double value) {}

    /** @param port 0 for any that is free */
    public Figures(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/q/metrics", exchange -> answer(exchange, 200, TEXT, text()));
        server.createContext(
                "/q/health/live", exchange -> answer(exchange, 200, "application/json", "{\"status\":\"UP\"}"));
        // A server that does not answer yet is no reason to begin anew.
        server.createContext(
                "/q/health/started", exchange -> answer(exchange, 200, "application/json", "{\"status\":\"UP\"}"));
        server.createContext(
                "/q/health/ready",
                exchange -> answer(
                        exchange,
                        ready ? 200 : 503,
                        "application/json",
                        "{\"status\":\"" + (ready ? "UP" : "DOWN") + "\"}"));
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** From now on this process does what it is for. */
    public void ready() {
        ready = true;
    }

    /** By the server's clock, all that was committed before this moment is archived. */
    public void archivedUntil(Instant time) {
        gauge("trivia.backup.archived", "All that was committed before is archived; seconds since 1970", time);
    }

    /** When the newest backup was made that is there. */
    public void newest(Instant time) {
        gauge("trivia.backup.newest", "When the newest backup that is there was made; seconds since 1970", time);
    }

    /** When a backup was restored and checked last, and nothing was wrong. */
    public void checked(Instant time) {
        gauge("trivia.backup.checked", "When a restored backup was last found good; seconds since 1970", time);
    }

    /** Whether something is missing of the log after the newest backup. */
    public void gap(boolean is) {
        figures.put(
                "trivia_backup_gap",
                new Figure(
                        "1 if the log after the newest backup has a gap; what comes after it could not be restored",
                        is ? 1 : 0));
    }

    private void gauge(String name, String meaning, Instant time) {
        figures.put(name.replace('.', '_') + "_seconds", new Figure(meaning, time.toEpochMilli() / 1e3));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        figures.forEach((name, figure) -> text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(figure.meaning())
                .append("\n# TYPE ")
                .append(name)
                .append(" gauge\n")
                .append(name)
                .append(' ')
                .append(figure.value())
                .append('\n'));
        return text.toString();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
