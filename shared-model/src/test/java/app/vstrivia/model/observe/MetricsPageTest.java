package app.vstrivia.model.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
    @Test
    void whatBothServicesCountIsOnThePage() throws IOException {
        MetricsPage.assertTells("Both", SharedMetric.values());
    }

    @Test
    void aFigureHasAsManyValuesAsTags() {
        MeterRegistry registry = new SimpleMeterRegistry();

        assertThrows(IllegalArgumentException.class, () -> SharedMetric.CONNECTIONS_CUT.counter(registry));
        assertThrows(IllegalArgumentException.class, () -> SharedMetric.EDGE_REFUSED.counter(registry, "head"));
    }

    @Test
    void whoAsksAgainGetsTheSameCounter() {
        MeterRegistry registry = new SimpleMeterRegistry();
        SharedMetric.CONNECTIONS_CUT.counter(registry, "head").increment();
        SharedMetric.CONNECTIONS_CUT.counter(registry, "body").increment();

        SharedMetric.CONNECTIONS_CUT.counter(registry, "head").increment();

        assertEquals(2, SharedMetric.CONNECTIONS_CUT.counter(registry, "head").count());
    }

    @Test
    void whatIsToldButNotListedIsFound() {
        Scrape scrape = new Scrape("""
                # HELP trivia_other_total something
                trivia_other_total{a="b"} 1.0
                trivia_connections_cut_total{awaited="head"} 2.0
                trivia_edge_refused_total{why="x"} 3.0
                trivia_answers_seconds_bucket{le="0.1",outcome="late"} 3.0
                jvm_threads_live_threads 12.0
                """);

        assertEquals(
                List.of("trivia_edge_refused_total[why]", "trivia_other_total[a]"),
                scrape.unlisted(SharedMetric.values()));
    }
}
