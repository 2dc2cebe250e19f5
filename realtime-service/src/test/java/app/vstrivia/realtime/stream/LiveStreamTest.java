package app.vstrivia.realtime.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.model.stream.StreamHead;
import app.vstrivia.model.stream.StreamId;
import app.vstrivia.model.trace.Origin;
import app.vstrivia.model.trace.TestSpan;
import app.vstrivia.model.trace.TestTraces;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** To which trace a delivery belongs, where only what comes of something traced is traced. */
class LiveStreamTest {
    private static final Origin ORIGIN = new Origin("0123456789abcdef0123456789abcdef", "0123456789abcdef");
    private static final Origin OTHER = new Origin("fedcba9876543210fedcba9876543210", "fedcba9876543210");

    private final StreamId id = StreamId.of(PlayerId.next());

    @Test
    void anEventThatRidesAlongBelongsToWhatTheWakeUpSays() throws IOException {
        assertEquals(List.of("8 " + ORIGIN), deliveries(stream -> stream.accept(List.of(event(8)), ORIGIN)));
    }

    @Test
    void anEventThatHasToBeReadBelongsToWhatTheWakeUpSaidAndTheOnesBesideItDoNot() throws IOException {
        assertEquals(List.of("9 " + ORIGIN), deliveries(stream -> {
            stream.expect(9, ORIGIN);
            stream.accept(List.of(event(8), event(9), event(10)));
        }));
    }

    @Test
    void whatIsLateToldOfAnEventDoesNotCountForTheNext() throws IOException {
        assertEquals(List.of("9 " + OTHER), deliveries(stream -> {
            stream.accept(List.of(event(8)));
            stream.expect(8, ORIGIN);
            stream.accept(List.of(event(9)), OTHER);
        }));
    }

    private StreamEvent event(long seq) {
        return new StreamEvent(id, 1, seq, "paused", "{}");
    }

    private List<String> deliveries(Consumer<LiveStream> coming) throws IOException {
        return TestTraces.spansOf(
                        0,
                        traces -> coming.accept(new LiveStream(new StreamHead(id, 1, 7), StreamObserver.NONE, traces)))
                .stream()
                .map(LiveStreamTest::described)
                .toList();
    }

    private static String described(TestSpan span) {
        return span.attributes().get("trivia.seq") + " " + new Origin(span.trace(), span.parent());
    }
}
