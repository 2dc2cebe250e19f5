package app.vstrivia.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benchmarks, tiny: that the figures are there and that the counts are exact. How fast it is depends on the machine. */
@Tag("waits")
class BenchIT {
    private final Path root = LocalSystem.projectRoot();

    @AfterEach
    void nothingStaysBehind() {
        assertFalse(Files.exists(root.resolve(
                "deploy/local/target/bench-" + ProcessHandle.current().pid())));
    }

    @Test
    void everyMemberGetsEveryAnnouncement() throws Exception {
        JsonNode report = run("fanout", "--members", "20", "--seconds", "2", "--rate", "10", "--warm", "1");

        JsonNode figures = report.path("figures");
        assertEquals("delivery", report.path("unit").asText());
        assertEquals(20 * 20, report.path("units").asInt());
        assertEquals(20, figures.path("sent").asInt());
        assertEquals(20 * 20, figures.path("deliveries").asInt());
        assertEquals(0, figures.path("lost").asInt(-1));
        assertEquals(0, figures.path("duplicates").asInt(-1));
        assertOrdered(figures, "delivery");
        assertOrdered(figures, "last_member");
        assertTrue(figures.path("last_member_max_us").asDouble()
                >= figures.path("delivery_p50_us").asDouble());
        assertCosts(figures, "delivery");
        assertTrue(figures.path("load_cpu_percent").asDouble(-1) >= 0);
        assertTrue(figures.path("foreign_cpu_percent").asDouble(-1) >= 0);
    }

    @Test
    void everyAnswerIsStoredAndAcknowledged() throws Exception {
        JsonNode report =
                run("answers", "--rate", "50", "--seconds", "2", "--warm", "1", "--players", "30", "--members", "10");

        JsonNode figures = report.path("figures");
        assertEquals(100, report.path("units").asInt());
        assertEquals(100, figures.path("answers_stored").asInt());
        assertEquals(0, figures.path("answers_not_stored").asInt(-1));
        assertEquals(0, figures.path("answers_without_ack").asInt(-1));
        assertOrdered(figures, "ack");
        assertCosts(figures, "answer");
        assertTrue(figures.path("database_cpu_s").asDouble() > 0, "an answer is a commit");
    }

    @Test
    void connectionsThatDoNothingAreWeighed() throws Exception {
        JsonNode report = run("idle", "--members", "60", "--seconds", "2", "--warm", "10");

        JsonNode figures = report.path("figures");
        assertEquals(60 * 2, report.path("units").asInt());
        assertEquals(60, figures.path("connections").asInt());
        assertEquals(50, figures.path("connections_added").asInt());
        assertEquals(0, figures.path("connections_lost").asInt(-1));
        assertTrue(figures.path("after_resident_kb").asLong() > 50_000, "a JVM is larger than that");
        assertTrue(figures.path("after_heap_kb").asLong() > 1_000);
        assertTrue(figures.path("after_metaspace_kb").asLong() > 1_000, "classes that the archive does not hold");
        assertTrue(figures.path("after_threads").asInt() > 5);
        assertTrue(figures.has("bytes_per_connection_collected"));
        assertCosts(figures, "connection_second");
    }

    @Test
    void everyDeviceGetsItsTokens() throws Exception {
        JsonNode report = run("tokens", "--devices", "20", "--exchanges", "60", "--lanes", "5", "--warm", "10");

        JsonNode figures = report.path("figures");
        assertEquals(2 * 60, report.path("units").asInt());
        assertEquals(20, figures.path("registrations").asInt());
        for (String exchange : List.of("secret_exchange", "refresh_exchange")) {
            assertEquals(60, figures.path(exchange + "s").asInt());
            assertTrue(figures.path(exchange + "s_per_s").asDouble() > 0);
            assertTrue(figures.path("api_cpu_us_per_" + exchange).asDouble() > 0);
            assertOrdered(figures, exchange);
        }
        assertTrue(figures.path("api_cpu_us_per_registration").asDouble() > 0);
        assertCosts(figures, "exchange");
    }

    @Test
    void allWaysOfDrawingAreWeighed() throws Exception {
        JsonNode report = run("lineups", "--questions", "5000", "--rate", "50", "--seconds", "2", "--warm", "1");

        JsonNode figures = report.path("figures");
        assertEquals("lineup", report.path("unit").asText());
        assertEquals(100, report.path("units").asInt());
        for (String way : List.of("two_queries", "query_per_category", "by_tags")) {
            assertEquals(100, figures.path(way + "_lineups").asInt());
            assertTrue(figures.path(way + "_sessions").asInt() > 0);
            assertTrue(figures.path(way + "_api_cpu_us_per_lineup").asDouble() > 0);
            assertTrue(figures.path(way + "_database_cpu_us_per_lineup").asDouble() > 0);
            assertOrdered(figures, way);
        }
        assertTrue(figures.path("query_per_category_sessions").asInt() >= 5, "one for each category");
        assertTrue(figures.path("rival_cpu_ratio").asDouble() > 0);
    }

    @Test
    void publicationsAreWatchedToTheirEnd() throws Exception {
        JsonNode report = run("publish", "--questions", "2", "--count", "3", "--warm", "1");

        JsonNode figures = report.path("figures");
        assertEquals("publication", report.path("unit").asText());
        assertEquals(3, report.path("units").asInt());
        assertOrdered(figures, "accepted");
        assertOrdered(figures, "published");
        assertOrdered(figures, "step_1");
        assertCosts(figures, "publication");
    }

    private static void assertOrdered(JsonNode figures, String name) {
        double p50 = figures.path(name + "_p50_us").asDouble();
        double p99 = figures.path(name + "_p99_us").asDouble();
        assertTrue(p50 > 0, name);
        assertTrue(p50 <= p99, name);
        assertTrue(p99 <= figures.path(name + "_max_us").asDouble(), name);
    }

    /** Each part by itself and all together; the realtime service cannot have done its work in no time. */
    private static void assertCosts(JsonNode figures, String unit) {
        double sum = 0;
        for (String part : List.of("realtime", "api", "database", "valkey")) {
            double cost = figures.path(part + "_cpu_s").asDouble(-1);
            assertTrue(cost >= 0, part);
            sum += cost;
        }
        assertEquals(sum, figures.path("all_cpu_s").asDouble(), 0.004);
        assertTrue(figures.path("realtime_cpu_us_per_" + unit).asDouble() > 0);
    }

    private JsonNode run(String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bench bench = new Bench(root, new PrintStream(out, true, StandardCharsets.UTF_8), Terminal.silent());
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--no-pin");
        assertTrue(bench.bench(all), "no figure is to be distrusted");
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("## " + words[0]), "a table for people");
        List<String> lines = text.lines().filter(line -> line.startsWith("{")).toList();
        assertEquals(1, lines.size(), "one line for programs");
        return new ObjectMapper().readTree(lines.get(0));
    }
}
