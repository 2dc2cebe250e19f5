package app.vstrivia.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Asks every operation of the document for everything that a client might, as everybody who might. Runs again with
 * {@code -Dfuzz.seed=…} what a seed has found, and goes on for longer with {@code -Dfuzz.requests=…}.
 */
@ApiTest
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int WORKERS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApi api = OpenApi.read();
    private final AnswerCheck check = new AnswerCheck(api);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** What was wrong, with the first request that had it. */
    private final Map<String, String> faults = new ConcurrentSkipListMap<>();

    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

    @TestHTTPResource("/")
    String base;

    @Inject
    Pool pool;

    /** Nobody else's ticket shall meet one of these. */
    @AfterEach
    void closeTickets() {
        pool.query("UPDATE matchmaking_ticket SET status = 'cancelled', waiting_player = NULL WHERE status = 'waiting'")
                .execute()
                .await()
                .indefinitely();
    }

    @Test
    void everyAnswerIsOneThatTheDocumentKnows() throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Void>> work = IntStream.range(0, WORKERS)
                    .<Callable<Void>>mapToObj(worker -> () -> {
                        ask(new Random(SEED + worker), REQUESTS / WORKERS);
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        System.out.println("answers: " + answers);
        assertEquals("", String.join("\n\n", faults.values()), "with -Dfuzz.seed=" + SEED);
        Set<String> succeeded = operationsThat("2");
        assertTrue(2 * succeeded.size() > api.operations().size(), "only these succeeded: " + succeeded);
        assertTrue(answers.values().stream().mapToInt(AtomicInteger::get).sum() >= REQUESTS);
    }

    private void ask(Random random, int requests) throws InterruptedException {
        Seen seen = new Seen();
        RequestMaker maker = new RequestMaker(new Values(api, random, seen), random, seen, new Callers(random));
        List<ApiOperation> operations = api.operations();
        for (int i = 0; i < requests; i++) {
            FuzzedRequest request = maker.to(operations.get(random.nextInt(operations.size())));
            try {
                judge(
                        request,
                        http.send(request.to(base.replaceFirst("/$", "")), HttpResponse.BodyHandlers.ofString()),
                        seen);
            } catch (IOException e) {
                faults.putIfAbsent(request.operation() + " broke", e + "\n" + request);
            }
        }
    }

    private void judge(FuzzedRequest request, HttpResponse<String> answer, Seen seen) throws IOException {
        answers.computeIfAbsent(request.operation().id() + " " + answer.statusCode(), key -> new AtomicInteger())
                .incrementAndGet();
        Optional<String> fault = check.fault(request.operation(), answer);
        fault.ifPresent(what -> faults.putIfAbsent(
                request.operation() + " " + answer.statusCode() + what.replaceAll("[^A-Za-z]", ""),
                answer.statusCode() + ", " + what + "\n" + request + "\n"
                        + answer.body().lines().limit(5).collect(Collectors.joining("\n"))));
        if (fault.isEmpty() && answer.statusCode() / 100 == 2 && answer.body().startsWith("{")) {
            JsonNode body = JSON.readTree(answer.body().lines().findFirst().orElseThrow());
            seen.learn(body, api.nameOfThings(request.operation().path()).orElse(null));
        }
    }

    /** The names of the operations that had an answer whose status begins so. */
    private Set<String> operationsThat(String status) {
        return answers.keySet().stream()
                .filter(key -> key.matches("\\S+ " + status + "\\d\\d"))
                .map(key -> key.replaceFirst(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
