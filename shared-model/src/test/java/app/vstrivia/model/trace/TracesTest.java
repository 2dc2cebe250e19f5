package app.vstrivia.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final TracedEvent REVEAL = new TracedEvent("match:1", 7, 12, "round-revealed");
    private static final Origin ORIGIN = new Origin("0123456789abcdef0123456789abcdef", "0123456789abcdef");

    @Test
    void withoutAPlaceForThemVertxGetsNoTracer() {
        Traces traces = new Traces(TestTraces.config(null, 1));
        VertxOptions options = new VertxOptions();

        traces.accept(options);

        assertNull(options.getTracingOptions());
        assertFalse(traces.on());
    }

    @Test
    void whoeverKnowsAnEventKnowsTheTraceOfItsDeliveries() {
        TracedEvent same = new TracedEvent("match:1", 7, 12, "round-revealed");
        TracedEvent next = new TracedEvent("match:1", 7, 13, "round-revealed");

        assertTrue(REVEAL.deliveries().isValid());
        assertEquals(REVEAL.deliveries().getTraceId(), same.deliveries().getTraceId());
        assertNotEquals(REVEAL.deliveries().getTraceId(), next.deliveries().getTraceId());
    }

    @Test
    void aDeliveryOfNothingTracedHasTheIdOfItsEvent() throws IOException {
        List<TestSpan> spans =
                TestTraces.spansOf(1, traces -> traces.delivery(REVEAL, null).handedOver(3));

        assertEquals(List.of("deliver round-revealed"), names(spans));
        assertEquals(REVEAL.deliveries().getTraceId(), spans.get(0).trace());
        assertEquals("3", spans.get(0).attributes().get("trivia.readers"));
    }

    @Test
    void aDeliveryOfWhatIsTracedBelongsToThatHoweverSmallTheShare() throws IOException {
        List<TestSpan> spans = TestTraces.spansOf(0, traces -> {
            Delivery delivery = traces.delivery(REVEAL, ORIGIN);
            Runnable flushed = delivery.writing(1_000);
            delivery.handedOver(1_000);
            flushed.run();
        });

        assertEquals(List.of("deliver round-revealed", "write to sockets"), names(spans));
        TestSpan delivery = spans.get(0);
        assertEquals(ORIGIN, new Origin(delivery.trace(), delivery.parent()));
        TestSpan writing = spans.get(1);
        assertEquals(new Origin(delivery.trace(), delivery.id()), new Origin(writing.trace(), writing.parent()));
        assertEquals("1000", writing.attributes().get("trivia.sockets"));
    }

    @Test
    void whatIsNotChosenHasNoSpan() {
        Traces traces = TestTraces.lost(0);

        assertNull(traces.delivery(REVEAL, null));
        assertNull(traces.root("Answer"));
        assertNull(traces.origin());
    }

    private static List<String> names(List<TestSpan> spans) {
        return spans.stream().map(TestSpan::name).toList();
    }
}
