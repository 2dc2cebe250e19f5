package app.vstrivia.local.token;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two new keys under load, while somebody comes with tokens of a made-up key all the time. */
@Tag("waits")
class KeyRotationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOAD = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofSeconds(150);
    private static final Duration AFTER_THE_LAST = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;

    /** As short as is allowed. */
    private static final Map<String, String> QUICK =
            Map.of("TRIVIA_TOKEN_LOOK_EVERY", "1S", "TRIVIA_TOKEN_PUBLISH_AHEAD", "41S");

    @TempDir
    Path data;

    @TempDir
    Path keys;

    private final Set<String> signers = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicInteger strangers = new AtomicInteger();
    private final List<Thread> crowd = new ArrayList<>();
    private final HttpClient stranger = HttpClient.newHttpClient();
    private volatile boolean over;

    @Test
    void keysAreReplacedUnderLoadAndNobodyNotices() throws Exception {
        String first = put("2026-01.pem");
        Map<String, String> environment = new HashMap<>(QUICK);
        environment.put("TRIVIA_TOKEN_SIGNING_KEY_FILE", keys.toString());
        try (LocalSystem system = LocalSystem.startForTest(data, 2, environment);
                TriviaNetwork network = new TriviaNetwork()) {
            TriviaApi api = new TriviaApi(network, system.apiUri());
            Account early = Account.register(api, "Early").join();
            early.token().join();
            Instant begun = Instant.now();
            begin(() -> request(api));
            begin(() -> request(api));
            for (int replica = 0; replica < system.replicas(); replica++) {
                URI socket = system.socketUri(replica);
                begin(() -> connect(network, api, socket));
                begin(() -> intrude(socket));
            }

            TimeUnit.SECONDS.sleep(3);
            String second = put("2026-02.pem");
            TimeUnit.SECONDS.sleep(8);
            String third = put("2026-03.pem");
            await(begun, () -> signers.size(), 2);
            Files.delete(keys.resolve("2026-01.pem"));
            await(begun, () -> signers.size(), 3);
            TimeUnit.MILLISECONDS.sleep(Math.max(
                    AFTER_THE_LAST.toMillis(),
                    Duration.between(Instant.now(), begun.plus(LOAD)).toMillis()));
            end();

            assertAll(
                    () -> assertEquals(List.of(), List.copyOf(failures), "what failed"),
                    () -> assertEquals(List.of(first, second, third), List.copyOf(signers), "who signed"),
                    () -> assertTrue(requests.get() > 100, () -> requests + " requests"),
                    () -> assertTrue(sockets.get() > 100, () -> sockets + " sockets"),
                    () -> assertTrue(strangers.get() > 100, () -> strangers + " strangers"),
                    () -> early.call("GET", "/v1/me", null));
            for (int replica = 0; replica < system.replicas(); replica++) {
                visit(network, early, system.socketUri(replica));
            }
            assertEquals(List.of(), List.copyOf(failures), "with a token of the key that was taken away");
        }
    }

    /** Puts a new key into the folder, all at once; answers its id. */
    private String put(String name) throws IOException {
        Path part = Files.writeString(keys.resolve(name + ".part"), SigningKey.generate());
        return SigningKey.read(Files.move(part, keys.resolve(name), StandardCopyOption.ATOMIC_MOVE))
                .id();
    }

    private static void await(Instant begun, IntSupplier figure, int wanted) throws Exception {
        while (figure.getAsInt() < wanted) {
            if (Instant.now().isAfter(begun.plus(AT_MOST))) {
                throw new TimeoutException(figure.getAsInt() + " in place of " + wanted + " keys have signed");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** One visit after the other, without a pause. */
    private void begin(Visit visit) {
        Thread thread = new Thread(() -> {
            while (!over) {
                try {
                    visit.run();
                } catch (Exception failure) {
                    failures.add(failure.toString());
                }
            }
        });
        crowd.add(thread);
        thread.start();
    }

    private interface Visit {
        void run() throws Exception;
    }

    private void end() throws InterruptedException {
        over = true;
        for (Thread thread : crowd) {
            thread.join();
        }
    }

    /** A device that renews its tokens again and again, and uses each. */
    private void request(TriviaApi api) throws IOException {
        JsonNode device =
                api.call("POST", "/v1/devices", null, TriviaApi.object().put("name", "Renewer"));
        JsonNode tokens = api.call(
                "POST",
                "/v1/tokens",
                null,
                TriviaApi.object()
                        .put("deviceId", device.path("deviceId").asText())
                        .put("secret", device.path("secret").asText()));
        while (!over) {
            String token = tokens.path("accessToken").asText();
            byte[] header = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
            signers.add(new ObjectMapper().readTree(header).path("kid").asText());
            api.call("GET", "/v1/me", token, null);
            tokens = api.call(
                    "POST",
                    "/v1/tokens/refresh",
                    null,
                    TriviaApi.object()
                            .put("refreshToken", tokens.path("refreshToken").asText()));
            requests.addAndGet(2);
        }
    }

    /** A new player who comes with a new token. */
    private void connect(TriviaNetwork network, TriviaApi api, URI socket) throws Exception {
        visit(network, Account.register(api, "Visitor").join(), socket);
        sockets.incrementAndGet();
    }

    private void visit(TriviaNetwork network, Account account, URI socket) throws Exception {
        try (TriviaClient client = new TriviaClient(network, account, () -> socket).connect()) {
            client.await(frame -> frame.type().equals("resumed"), PATIENCE);
            if (client.connections() != 1) {
                failures.add("only connection " + client.connections() + " was let in");
            }
        }
    }

    /** Somebody with a token of a key that is not ours. */
    private void intrude(URI socket) throws Exception {
        Path pem = Files.writeString(Files.createTempFile(data, "stranger", ".pem"), SigningKey.generate());
        String token = AdminToken.mint(SigningKey.read(pem), Instant.now());
        while (!over) {
            try {
                stranger.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token)
                        .subprotocols("trivia.v1")
                        .buildAsync(socket, new WebSocket.Listener() {})
                        .join();
                failures.add("a stranger was let in");
            } catch (CompletionException refused) {
                if (!(refused.getCause() instanceof WebSocketHandshakeException answer)
                        || answer.getResponse().statusCode() != UNAUTHORIZED) {
                    failures.add("a stranger met " + refused.getCause());
                }
            }
            strangers.incrementAndGet();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
