package app.vstrivia.api.platform.observe;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.model.observe.MetricsPage;
import app.vstrivia.model.observe.Scrape;
import app.vstrivia.model.observe.SharedMetric;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Prometheus is told. */
@ApiTest
class MetricsTest {
    private static final Pattern OF_OTHERS = Pattern.compile("\\b(?:jvm|process|system)_[a-z_]+\\b");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    MeterRegistry registry;

    @Test
    void everyFigureOfOursIsListed() {
        given().get("/v1/config").then().statusCode(200);

        Scrape scrape = scrape();

        assertEquals(List.of(), scrape.unlisted(ApiMetric.values(), SharedMetric.values()));
        for (String figure : List.of(
                "trivia_requests_seconds_bucket",
                "trivia_transactions_seconds_bucket",
                "trivia_database_waits_seconds_bucket",
                "trivia_answers_seconds_count",
                "trivia_answers_refused_total",
                "trivia_edge_refused_total")) {
            assertTrue(scrape.names().contains(figure), figure);
        }
    }

    @Test
    void theFiguresOfTheJvmThatPanelsAndAlertsAskForAreThere() throws IOException {
        Set<String> wanted = wanted();
        System.gc(); // its pauses are told from the first one on

        assertTrue(wanted.contains("jvm_memory_used_bytes"), wanted.toString());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(scrape().names());
            assertEquals(Set.of(), missing);
        });
    }

    @Test
    void aRequestIsCountedByWhatBecameOfIt() {
        long ok = count("ok");
        long refused = count("refused");

        given().get("/v1/config").then().statusCode(200);
        given().get("/v1/me").then().statusCode(401);

        // The answer is there a moment before its end is counted.
        await().atMost(Duration.ofSeconds(10)).until(() -> count("ok") > ok && count("refused") > refused);
    }

    private long count(String outcome) {
        return ApiMetric.REQUESTS.timer(registry, outcome).count();
    }

    private Scrape scrape() {
        return new Scrape(
                given().get(management.resolve("/q/metrics")).then().extract().asString());
    }

    private static Set<String> wanted() throws IOException {
        Set<String> wanted = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MetricsPage.root().resolve("deploy/observability"))) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith(".json") || path.toString().endsWith(".rules.yaml"))
                    .toList()) {
                Matcher names = OF_OTHERS.matcher(Files.readString(file));
                while (names.find()) {
                    wanted.add(names.group());
                }
            }
        }
        return wanted;
    }
}
