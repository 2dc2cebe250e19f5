package app.vstrivia.api.media.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.outbound.AddressRule;
import app.vstrivia.api.platform.outbound.Destinations;
import app.vstrivia.api.platform.outbound.PublicAddresses;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on this machine; the rule and the names are those of the test. */
class PublicFetchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final byte[] FILE = new byte[100_000];
    private static Vertx vertx;

    /** What a name means, one meaning after the other; the last one stays. */
    private final List<String> meanings = new ArrayList<>(List.of("127.0.0.1"));

    private final AtomicInteger lookups = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @TempDir
    Path place;

    @BeforeAll
    static void begin() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "web");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/file", exchange -> answer(exchange, 200, FILE.length));
        server.createContext("/endless", exchange -> answer(exchange, 200, 0));
        server.createContext("/missing", exchange -> answer(exchange, 404, FILE.length));
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush(); // and nothing more
        });
        server.createContext("/to-file", exchange -> redirect(exchange, "/file"));
        server.createContext("/to-inside", exchange -> redirect(exchange, "http://inside.example:" + port() + "/file"));
        server.createContext("/to-disk", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.createContext("/round", exchange -> redirect(exchange, "/round"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, int length) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
        exchange.sendResponseHeaders(status, length);
        try {
            do {
                exchange.getResponseBody().write(FILE);
            } while (length == 0);
        } catch (IOException closed) {
            return; // who asked has had enough
        }
        exchange.close();
    }

    private void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().add("Location", where);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("inside.example")) {
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1})};
        }
        int lookup = lookups.getAndIncrement();
        String[] all = meanings.get(Math.min(lookup, meanings.size() - 1)).split(" ");
        InetAddress[] addresses = new InetAddress[all.length];
        for (int i = 0; i < all.length; i++) {
            addresses[i] =
                    InetAddress.getByAddress(host, InetAddress.getByName(all[i]).getAddress());
        }
        return addresses;
    }

    /** That machine counts as public, and no other. */
    private void fetch(String address) throws IOException {
        Path file = Files.write(place.resolve("fetched"), new byte[0]);
        AddressRule rule = (ip, port) -> ip.getHostAddress().equals("127.0.0.1") && port == port();
        new PublicFetch(vertx, new Destinations(rule, this::resolve), PATIENCE)
                .fetch(address, file, 150_000)
                .await()
                .indefinitely();
    }

    private String refusal(String address) {
        return assertThrows(FetchRefused.class, () -> fetch(address)).reason();
    }

    private String url(String path) {
        return "http://pictures.example:" + port() + path;
    }

    @Test
    void aFileIsFetchedFromTheAddressThatWasLookedAtUnderItsName() throws IOException {
        fetch(url("/file?a=b"));

        assertArrayEquals(FILE, Files.readAllBytes(place.resolve("fetched")));
        assertEquals(List.of("pictures.example:" + port() + "/file?a=b"), asked);
        assertEquals(1, lookups.get());
    }

    @Test
    void aNameThatMeansSomethingElseAMomentLaterChangesNothing() throws IOException {
        meanings.add("10.0.0.1");

        fetch(url("/file"));

        assertEquals(1, lookups.get(), "it is not looked up again to connect");
        assertArrayEquals(FILE, Files.readAllBytes(place.resolve("fetched")));
    }

    @Test
    void aNameOfWhichOneAddressIsInsideIsRefused() {
        meanings.set(0, "127.0.0.1 10.0.0.1");

        assertEquals("address", refusal(url("/file")));
        assertEquals(List.of(), asked);
    }

    @Test
    void aRedirectIsFollowedAndLookedAtAgain() throws IOException {
        fetch(url("/to-file"));

        assertEquals(2, lookups.get());
        assertArrayEquals(FILE, Files.readAllBytes(place.resolve("fetched")));
    }

    @Test
    void aRedirectToAnInnerAddressIsRefused() {
        assertEquals("address", refusal(url("/to-inside")));
        assertEquals(List.of(), asked);
    }

    @Test
    void aNameThatIsMovedInsideBeforeTheRedirectIsRefused() {
        meanings.add("10.0.0.1");

        assertEquals("address", refusal(url("/to-file")));
    }

    @Test
    void aRedirectToTheDiskIsRefused() {
        assertEquals("address", refusal(url("/to-disk")));
    }

    @Test
    void redirectsEnd() {
        assertEquals("too-many-redirects", refusal(url("/round")));
    }

    @Test
    void nothingIsReadBeyondTheLimit() throws IOException {
        assertEquals("too-large", refusal(url("/endless")));

        assertTrue(Files.size(place.resolve("fetched")) <= 150_000);
    }

    @Test
    void nobodyIsWaitedForForever() {
        long begin = System.nanoTime();

        assertEquals("unreachable", refusal(url("/slow")));

        assertTrue(Duration.ofNanos(System.nanoTime() - begin).compareTo(PATIENCE.plusSeconds(2)) < 0);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        Path keys = place.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "web",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=pictures.example",
                        "-ext",
                        "san=dns:pictures.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertEquals(0, keytool.waitFor());
        io.vertx.core.http.HttpServer secure = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(keys.toString()).setPassword("changeit")))
                .requestHandler(request -> {
                    asked.add(request.uri());
                    request.response().end("a picture");
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Path file = Files.write(place.resolve("fetched"), new byte[0]);
        PublicFetch fetch = new PublicFetch(vertx, new Destinations((ip, port) -> true, this::resolve), PATIENCE);

        FetchRefused refused = assertThrows(FetchRefused.class, () -> fetch.fetch(
                        "https://pictures.example:" + secure.actualPort() + "/file", file, 1_000)
                .await()
                .indefinitely());

        assertEquals("unreachable", refused.reason());
        assertEquals(List.of(), asked);
    }

    @Test
    void whatIsNotThereIsNotTaken() {
        assertEquals("unreachable", refusal(url("/missing")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://pictures.example/a",
                "gopher://pictures.example/",
                "http://user:secret@pictures.example/",
                "//pictures.example/a",
                "http:///a",
                "pictures.example",
                "http://a b/",
                "jar:http://pictures.example/a!/b"
            })
    void whatIsNoWebAddressIsRefused(String address) {
        assertEquals("address", refusal(address));
    }

    @Test
    void theRuleOfProductionLetsNobodyIn() throws IOException {
        Path file = Files.write(place.resolve("fetched"), new byte[0]);
        AddressRule rule = new PublicAddresses();
        PublicFetch production = new PublicFetch(
                vertx,
                new Destinations((address, port) -> rule.allows(address, 80), InetAddress::getAllByName),
                PATIENCE);
        for (String host : List.of("localhost", "127.0.0.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:7f00:1]")) {
            FetchRefused refused = assertThrows(FetchRefused.class, () -> production
                    .fetch("http://" + host + ":" + port() + "/file", file, 1_000)
                    .await()
                    .indefinitely());
            boolean name = host.startsWith("0x"); // which some libraries take for an address
            assertTrue(
                    refused.reason().equals("address")
                            || name && refused.reason().equals("unreachable"),
                    host);
        }
        assertEquals(List.of(), asked);
    }
}
