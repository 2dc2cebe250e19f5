package app.vstrivia.api.platform.trace;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.support.ApiTest;
import app.vstrivia.api.support.Sleepy;
import app.vstrivia.api.support.TestPlayer;
import app.vstrivia.model.trace.TestCollector;
import app.vstrivia.model.trace.TestSpan;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector gets of a request. */
@ApiTest
@TestProfile(Sleepy.class)
class TraceTest {
    private static final String REQUEST = "traced-1";

    private TestCollector collector;

    @BeforeEach
    void listen() throws IOException {
        collector = new TestCollector(ConfigProvider.getConfig().getValue("trivia.traces.endpoint", URI.class));
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @Test
    void aRequestAndItsQueriesAreOneTrace() {
        TestPlayer player = TestPlayer.register("Ada Traced");

        player.asks()
                .header("X-Request-Id", REQUEST)
                .header("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")
                .body(Map.of("name", "Ada Renamed"))
                .patch("/v1/me")
                .then()
                .statusCode(200);

        TestSpan request = await().atMost(Duration.ofSeconds(20))
                .until(this::request, Optional::isPresent)
                .orElseThrow();
        assertEquals("PATCH /v1/me", request.name());
        assertEquals("", request.parent(), "whoever asks does not decide about traces");
        assertFalse(request.trace().startsWith("1111"), request.trace());
        assertEquals("200", request.attributes().get("http.response.status_code"));
        List<TestSpan> queries = collector.spans().stream()
                .filter(span -> span.trace().equals(request.trace()))
                .filter(span -> span.parent().equals(request.id()))
                .toList();
        assertTrue(
                queries.stream()
                        .anyMatch(query -> query.name().equals("UPDATE")
                                && query.attributes()
                                        .get("db.query.text")
                                        .toLowerCase(Locale.ROOT)
                                        .contains("player")),
                queries.toString());
        for (String secret : List.of("Ada Renamed", player.token(), player.secret())) {
            assertFalse(collector.raw().contains(secret), "a value is in a trace: " + secret);
        }
    }

    private Optional<TestSpan> request() {
        return requests().findFirst();
    }

    private Stream<TestSpan> requests() {
        return collector.spans().stream()
                .filter(span -> REQUEST.equals(span.attributes().get("requestId")));
    }
}
