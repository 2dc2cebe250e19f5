package app.vstrivia.model.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.trace.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakeUpTest {
    private static final Origin ORIGIN = new Origin("0123456789abcdef0123456789abcdef", "0123456789abcdef");

    private final StreamId stream = StreamId.of(PlayerId.next());
    private final List<StreamEvent> events = List.of(new StreamEvent(stream, 7, 12, "renamed", "{\"name\":\"Ada\"}"));

    @Test
    void itSaysOfWhichTraceItsEventsAre() {
        WakeUp sent = WakeUp.of(events, ORIGIN);

        assertEquals(sent, WakeUp.decode(sent.encode()));
    }

    @Test
    void whatIsNotTracedTravelsAsBefore() {
        WakeUp sent = WakeUp.of(events, null);

        assertEquals(
                "{\"stream\":\"" + stream + "\",\"epoch\":7,\"seq\":12,\"events\":[{\"seq\":12,\"kind\":\"renamed\","
                        + "\"data\":{\"name\":\"Ada\"}}]}",
                sent.encode());
        assertEquals(sent, WakeUp.decode(sent.encode()));
    }

    @Test
    void aTraceThatIsNoneIsLeftOut() {
        for (String trace : List.of("", "x", "0".repeat(32) + "-" + "0".repeat(16), "z".repeat(49))) {
            String wakeUp = "{\"stream\":\"" + stream + "\",\"epoch\":7,\"seq\":12,\"trace\":\"" + trace + "\"}";

            assertNull(WakeUp.decode(wakeUp).origin(), trace);
        }
    }
}
