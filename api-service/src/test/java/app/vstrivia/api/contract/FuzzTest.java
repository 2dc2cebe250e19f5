package app.vstrivia.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final int FAULTS_SHOWN = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApi api = OpenApi.read();
    private final AnswerCheck check = new AnswerCheck(api);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();

    @TestHTTPResource("/")
    String base;

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
        assertEquals(List.of(), faults.stream().sorted().limit(FAULTS_SHOWN).toList(), "with -Dfuzz.seed=" + SEED);
        assertEquals(operationsThat("2"), namesOf(api.operations()), "every operation has succeeded at least once");
        assertTrue(answers.values().stream().mapToInt(AtomicInteger::get).sum() >= REQUESTS);
    }

    private void ask(Random random, int requests) throws IOException, InterruptedException {
        Pool pool = new Pool();
        RequestMaker maker = new RequestMaker(new Values(api, random, pool), random, pool, new Callers(random));
        List<ApiOperation> operations = api.operations();
        for (int i = 0; i < requests && faults.size() < 500; i++) {
            FuzzedRequest request = maker.to(operations.get(random.nextInt(operations.size())));
            HttpResponse<String> answer =
                    http.send(request.to(base.replaceFirst("/$", "")), HttpResponse.BodyHandlers.ofString());
            judge(request, answer, pool);
        }
    }

    private void judge(FuzzedRequest request, HttpResponse<String> answer, Pool pool) throws IOException {
        answers.computeIfAbsent(request.operation().id() + " " + answer.statusCode(), key -> new AtomicInteger())
                .incrementAndGet();
        Optional<String> fault = check.fault(request.operation(), answer);
        fault.ifPresent(what -> faults.add(request.operation() + ": " + answer.statusCode() + ", " + what + "\n"
                + request + "\n" + answer.body().lines().limit(5).collect(Collectors.joining("\n"))));
        if (fault.isEmpty() && answer.statusCode() / 100 == 2 && answer.body().startsWith("{")) {
            JsonNode body = JSON.readTree(answer.body().lines().findFirst().orElseThrow());
            pool.learn(body);
        }
    }

    /** The names of the operations that had an answer whose status begins so. */
    private Set<String> operationsThat(String status) {
        return answers.keySet().stream()
                .filter(key -> key.matches("\\S+ " + status + "\\d\\d"))
                .map(key -> key.replaceFirst(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesOf(List<ApiOperation> operations) {
        return operations.stream().map(ApiOperation::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
