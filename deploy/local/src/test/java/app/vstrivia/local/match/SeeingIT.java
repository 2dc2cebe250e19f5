package app.vstrivia.local.match;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.client.Account;
import app.vstrivia.local.client.TriviaApi;
import app.vstrivia.local.client.TriviaClient;
import app.vstrivia.local.client.TriviaNetwork;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.model.trace.TestCollector;
import app.vstrivia.model.trace.TestSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of the whole system: traces of all that happens, on two replicas, and profiles. */
@Tag("waits")
class SeeingIT {
    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String API = "api-service";
    private static final String REALTIME = "realtime-service";
    private static final String WRITE = "write to sockets";

    @TempDir
    static Path data;

    private static TestCollector collector;
    private static LocalSystem system;
    private static TriviaNetwork network;
    private static TriviaApi api;

    @BeforeAll
    static void start() throws Exception {
        collector = TestCollector.start();
        system = LocalSystem.startForTest(
                data, 2, Map.of("TRIVIA_TRACES_ENDPOINT", collector.address().toString(), "TRIVIA_TRACES_SHARE", "1"));
        network = new TriviaNetwork();
        api = new TriviaApi(network, system.apiUri());
    }

    @AfterAll
    static void stop() {
        network.close();
        system.close();
        collector.close();
    }

    @Test
    void aRequestItsQueriesItsEventAndTheSocketsThatGetItAreOneTrace() throws Exception {
        Account phone = Account.register(api, "Ada").join();
        Account tablet = phone.anotherDevice().join();
        try (TriviaClient stays = new TriviaClient(network, phone, () -> system.socketUri(1)).connect()) {
            stays.await(frame -> frame.type().equals("resumed"), PATIENCE);

            phone.call("DELETE", "/v1/me/devices/" + tablet.deviceId(), null);
            stays.await(frame -> frame.isEvent("device-signed-out"), PATIENCE);
        }

        TestSpan delivery = awaited(named(REALTIME, "deliver device-signed-out"));
        TestSpan written = awaited(below(delivery).and(named(REALTIME, WRITE)));
        assertEquals("1", written.attributes().get("trivia.sockets"));
        TestSpan request = awaited(span -> span.id().equals(delivery.parent()));
        assertEquals("DELETE /v1/me/devices/{id}", request.name());
        assertEquals(API, request.service());
        assertEquals("", request.parent());
        TestSpan query = awaited(below(request).and(named(API, "INSERT")).and(about("change_event")));
        assertEquals(
                1,
                Stream.of(request, query, delivery, written)
                        .map(TestSpan::trace)
                        .distinct()
                        .count());
    }

    @Test
    void anAnswerAndItsQueriesAreOneTraceAndSoAreARevealAndTheSocketsOfAllReplicas() throws Exception {
        try (Contestant ada = new Contestant(api, "Ada", () -> system.socketUri(0));
                Contestant bob = new Contestant(api, "Bob", () -> system.socketUri(1))) {
            ada.awaitReady().look("fast", ROUNDS);
            String match = bob.awaitReady().findDuel("fast", ROUNDS);
            ada.awaitMatch();
            ada.await("finished");
            bob.await("finished");

            // Traced play is play.
            Verdict.check(ada, match, ROUNDS);
            TestSpan answer = awaited(span -> named(REALTIME, "Answer").test(span)
                    && match.equals(span.attributes().get("matchId"))
                    && collector.spans().stream().anyMatch(below(span).and(about("answer"))));
            assertEquals("", answer.parent());
            TestSpan move = awaited(span ->
                    named(REALTIME, "move matches").test(span) && reveals(span).count() == 2);
            awaited(below(move).and(named(REALTIME, "UPDATE")).and(about("live_match")));
            reveals(move).forEach(delivery -> awaited(below(delivery).and(named(REALTIME, WRITE))));
            TestSpan join = awaited(named(REALTIME, "Join"));
            assertTrue(join.parent().isEmpty());
            awaited(below(join).and(named(REALTIME, "SELECT")));
        }
    }

    /** With the command of deploy/observability/README.md, here for a shorter time. */
    @Test
    void aProfileIsTakenOfAServiceThatRunsAndHasNothingOfItsEnvironment() throws Exception {
        Path profile = data.resolve("profile.jfr");
        List<String> command = Stream.of(documented().split(" "))
                .map(word -> switch (word) {
                    case "1" -> Long.toString(system.realtimeProcess(0).pid());
                    case "duration=60s" -> "duration=3s";
                    case "filename=/tmp/profile.jfr" -> "filename=" + profile;
                    default -> word;
                })
                .toList();

        Process jcmd = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, jcmd.waitFor());

        List<String> events = await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(
                        () -> RecordingFile.readAllEvents(profile).stream()
                                .map(event -> event.getEventType().getName())
                                .toList(),
                        read -> !read.isEmpty());
        assertTrue(events.contains("jdk.CPULoad"), events.toString());
        assertFalse(events.contains("jdk.InitialEnvironmentVariable"));
        assertFalse(events.contains("jdk.InitialSystemProperty"));
    }

    /** From {@code jcmd} on, as the JDK of this test has it. */
    private static String documented() throws IOException {
        String text = Files.readString(LocalSystem.projectRoot().resolve("deploy/observability/README.md"))
                .replace("\\\n", " ");
        Matcher found = Pattern.compile("-- jcmd (1 JFR\\.start [^\n]+)").matcher(text);
        assertTrue(found.find());
        return Path.of(System.getProperty("java.home"), "bin", "jcmd") + " "
                + found.group(1).strip().replaceAll(" +", " ");
    }

    private static Stream<TestSpan> reveals(TestSpan move) {
        return collector.spans().stream().filter(below(move).and(named(REALTIME, "deliver round-revealed")));
    }

    private static TestSpan awaited(Predicate<TestSpan> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> collector.spans().stream().filter(wanted).toList(), found -> !found.isEmpty())
                .get(0);
    }

    private static Predicate<TestSpan> named(String service, String name) {
        return span -> span.service().equals(service) && span.name().equals(name);
    }

    private static Predicate<TestSpan> below(TestSpan above) {
        return span -> span.trace().equals(above.trace()) && span.parent().equals(above.id());
    }

    private static Predicate<TestSpan> about(String table) {
        return span -> span.attributes().getOrDefault("db.query.text", "").contains(table);
    }
}
