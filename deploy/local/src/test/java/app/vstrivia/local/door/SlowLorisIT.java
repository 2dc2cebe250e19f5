package app.vstrivia.local.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Connections that are held open with as little as possible. Here and not in the services, whose tests start them without
 * their main methods.
 */
@Tag("waits")
class SlowLorisIT {
    private static final String GET = "GET /none HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /v1/devices HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String HEADERS = "X-A: b\r\n";
    private static final int LONG_S = 13;

    /** Shorter than in the services' settings, for the test's sake, and longer than the other tests' silences. */
    private static final int IDLE_S = 20;

    @TempDir
    static Path data;

    private static LocalSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.startForTest(data, 1, Map.of("QUARKUS_HTTP_IDLE_TIMEOUT", IDLE_S + "S"));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoeverSendsSlowlyIsCut() throws Exception {
        List<Callable<Long>> attacks = new ArrayList<>();
        for (URI service : List.of(system.apiUri(), system.realtimeUri(0))) {
            attacks.add(() -> lasts(service, "", ""));
            attacks.add(() -> lasts(service, "GET / HTTP/1.1\r\n", HEADERS));
            attacks.add(() -> lasts(service, "GET /v1/socket HTTP/1.1\r\nUpgrade: websocket\r\n", HEADERS));
            attacks.add(() -> lastsAfterAFirstRequest(service));
        }
        attacks.add(() -> lasts(system.apiUri(), POST + "Content-Length: 5000\r\n\r\n{", " "));
        ExecutorService attackers = Executors.newFixedThreadPool(attacks.size());
        try {
            for (Future<Long> attack : attackers.invokeAll(attacks)) {
                long ms = attack.get();
                assertTrue(ms > 8_000 && ms < LONG_S * 1_000, "lasted " + ms + " ms");
            }
        } finally {
            attackers.shutdownNow();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoUsesAConnectionAgainLaterIsNotCut() throws Exception {
        try (SlowConnection api = new SlowConnection(system.apiUri());
                SlowConnection health = new SlowConnection(system.apiManagementUri())) {
            for (int i = 0; i < 2; i++) {
                assertTrue(api.say(GET).hears("HTTP/1.1 404 "));
                assertTrue(health.say(GET).hears("HTTP/1.1 404 "));
                TimeUnit.SECONDS.sleep(LONG_S);
            }
            assertTrue(api.say(GET).hears("HTTP/1.1 404 "));
            assertTrue(health.say(GET).hears("HTTP/1.1 404 "));
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void whoAsksNothingMoreIsCut() throws Exception {
        List<Callable<Long>> idlers = List.of(
                () -> idlesAfterAFirstRequest(system.apiUri()), () -> idlesAfterAFirstRequest(system.realtimeUri(0)));
        ExecutorService both = Executors.newFixedThreadPool(idlers.size());
        try {
            for (Future<Long> idler : both.invokeAll(idlers)) {
                long ms = idler.get();
                assertTrue(ms > (IDLE_S - 2) * 1_000 && ms < 2 * IDLE_S * 1_000, "lasted " + ms + " ms");
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSocketIsNoSlowRequest() throws Exception {
        try (TriviaNetwork network = new TriviaNetwork()) {
            Account ada = Account.register(new TriviaApi(network, system.apiUri()), "Ada")
                    .join();
            try (TriviaClient client = new TriviaClient(network, ada, () -> system.socketUri(0)).connect()) {
                client.await(frame -> frame.type().equals("resumed"), Duration.ofSeconds(LONG_S));
                TimeUnit.SECONDS.sleep(LONG_S);

                client.sendRaw("{\"type\":\"ping\",\"body\":\"still here\"}");

                assertEquals(
                        "still here",
                        client.await(frame -> frame.type().equals("pong"), Duration.ofSeconds(LONG_S))
                                .json()
                                .path("body")
                                .asText());
            }
        }
    }

    private static long lasts(URI service, String beginning, String then) throws IOException {
        try (SlowConnection slow = new SlowConnection(service).say(beginning)) {
            return slow.lastsFor(then, 2 * LONG_S * 1_000);
        }
    }

    private static long lastsAfterAFirstRequest(URI service) throws IOException {
        try (SlowConnection slow = new SlowConnection(service)) {
            assertTrue(slow.say(GET).hears("HTTP/1.1 "));
            return slow.say("GET / HTTP/1.1\r\n").lastsFor(HEADERS, 2 * LONG_S * 1_000);
        }
    }

    private static long idlesAfterAFirstRequest(URI service) throws IOException {
        try (SlowConnection idle = new SlowConnection(service)) {
            assertTrue(idle.say(GET).hears("HTTP/1.1 "));
            return idle.lastsFor("", 3 * IDLE_S * 1_000);
        }
    }
}
