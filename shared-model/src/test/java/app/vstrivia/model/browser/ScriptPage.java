package app.vstrivia.model.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A page on this machine that a headless Chromium opens. Its script reports once, by a POST to {@code /report}. */
public final class ScriptPage implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-background-timer-throttling",
            "--disable-popup-blocking",
            "--no-first-run");
    private static final String FRAME = """
            <!doctype html><meta charset="utf-8"><title>Test</title>
            <script>
              const broken = (what) => fetch("/broken", { method: "POST", body: String(what) });
              addEventListener("error", (event) => broken(event.message || "a script cannot be loaded"), true);
              addEventListener("unhandledrejection", (event) => broken(event.reason?.stack ?? event.reason));
            </script>
            """;
    private static boolean told;

    private final Path chromium;
    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<String> report = new CompletableFuture<>();
    private final StringBuilder page = new StringBuilder(FRAME);

    private ScriptPage(Path chromium) throws IOException {
        this.chromium = chromium;
        this.folder = Files.createTempDirectory("script-page");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/", "text/html;charset=utf-8", query -> page.toString());
        receive("/report", report::complete);
        receive("/broken", what -> report.completeExceptionally(new AssertionError("In the page: " + what)));
        server.start();
    }

    /** Skips the test where no Chromium is installed. */
    public static ScriptPage openOrSkip() throws IOException {
        Optional<Path> chromium = InstalledChromium.find();
        if (chromium.isEmpty()) {
            String reason = "Tests in a browser are skipped: no Chromium is installed (CHROMIUM may name one).";
            tellOnce(reason);
            Assumptions.abort(reason);
        }
        return new ScriptPage(chromium.get());
    }

    /** Adds a script that the page loads, in this order; {@code type} is {@code module} or empty. */
    public ScriptPage script(String name, String type, byte[] source) {
        page.append("<script type=\"%s\" src=\"/%s\"></script>%n".formatted(type, name));
        return file(name, "text/javascript;charset=utf-8", source);
    }

    /** Serves something that a script may fetch. */
    public ScriptPage file(String name, String contentType, byte[] content) {
        server.createContext("/" + name, exchange -> reply(exchange, contentType, content));
        return this;
    }

    /** Answers what a script asks for by the text behind the question mark. */
    public ScriptPage answer(String path, String contentType, UnaryOperator<String> answer) {
        server.createContext(path, exchange -> {
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
            try {
                reply(exchange, contentType, answer.apply(query).getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException | AssertionError failure) {
                report.completeExceptionally(failure);
                exchange.close();
            }
        });
        return this;
    }

    /** Hands what a script asks for below {@code path} to a service, as if the page came from there. */
    public ScriptPage forward(String path, URI service) {
        HttpClient client = HttpClient.newHttpClient();
        server.createContext(path, exchange -> {
            try {
                HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()));
                for (String name : List.of("Accept", "Authorization", "Content-Type", "Idempotency-Key", "If-Match")) {
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                            .ifPresent(value -> request.header(name, value));
                }
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                        .add("Content-Type", type));
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        return this;
    }

    /** Opens the page and waits for its report. */
    public String run(Duration patience) throws IOException, InterruptedException {
        Path output = folder.resolve("chromium.log");
        Process process = start(output);
        try {
            process.onExit()
                    .thenAccept(ended -> report.completeExceptionally(
                            new AssertionError("Chromium ended with " + ended.exitValue() + ": " + read(output))));
            return report.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause().getMessage(), failure.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("no report within " + patience + "; Chromium says: " + read(output), late);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(Path output) throws IOException {
        Stream<String> command = Stream.of(
                        Stream.of(chromium.toString()),
                        ARGUMENTS.stream(),
                        Stream.of(
                                "--user-data-dir=" + folder.resolve("profile"),
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .flatMap(part -> part);
        return new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private void receive(String path, java.util.function.Consumer<String> to) {
        server.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            reply(exchange, "text/plain", new byte[0]);
            to.accept(body);
        });
    }

    private static void reply(HttpExchange exchange, String contentType, byte[] content) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", contentType);
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static synchronized void tellOnce(String reason) {
        if (!told) {
            System.out.println(reason);
            told = true;
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .filter(java.io.File::exists)
                    .forEach(java.io.File::delete);
        }
    }
}
