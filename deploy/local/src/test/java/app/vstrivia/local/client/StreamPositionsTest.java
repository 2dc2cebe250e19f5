package app.vstrivia.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamPositionsTest {
    private final StreamPositions positions = new StreamPositions();

    @Test
    void eventsAreTakenInOrderAndOnce() {
        positions.snapshot(frame(7, 3));

        assertEquals(StreamPositions.Verdict.NEXT, positions.event(frame(7, 4)));
        assertEquals(StreamPositions.Verdict.KNOWN, positions.event(frame(7, 4)));
        assertEquals(StreamPositions.Verdict.NEXT, positions.event(frame(7, 5)));
        assertEquals("{\"stream\":\"match:m\",\"epoch\":7,\"seq\":5}", position());
    }

    @Test
    void whatIsMissingIsAskedForOnce() {
        positions.snapshot(frame(7, 3));

        assertEquals(StreamPositions.Verdict.GAP, positions.event(frame(7, 5)));
        assertEquals(StreamPositions.Verdict.GAP_ASKED, positions.event(frame(7, 6)));
        assertEquals(StreamPositions.Verdict.NEXT, positions.event(frame(7, 4)));
        assertEquals(StreamPositions.Verdict.GAP, positions.event(frame(7, 6)));
    }

    @Test
    void afterAReconnectItIsAskedForAgain() {
        positions.snapshot(frame(7, 3));
        positions.event(frame(7, 5));

        positions.reconnected();

        assertEquals(StreamPositions.Verdict.GAP, positions.event(frame(7, 5)));
    }

    @Test
    void anEventOfAnotherEpochIsAGap() {
        positions.snapshot(frame(7, 3));

        assertEquals(StreamPositions.Verdict.GAP, positions.event(frame(8, 4)));
    }

    @Test
    void whatStillComesOfAForgottenStreamIsNotReadUntilItIsWanted() {
        positions.snapshot(frame(7, 3));
        positions.forget("match:m");

        assertEquals(StreamPositions.Verdict.FORGOTTEN, positions.event(frame(7, 4)));
        assertFalse(positions.snapshot(frame(7, 4)));
        assertEquals(Set.of(), positions.streams());

        positions.wanted("match:m");

        assertTrue(positions.snapshot(frame(7, 4)));
    }

    private String position() {
        return positions.position("match:m").toString();
    }

    private static Frame frame(long epoch, long seq) {
        ObjectNode json =
                TriviaApi.object().put("stream", "match:m").put("epoch", epoch).put("seq", seq);
        return new Frame(1, 0, json.toString(), json);
    }
}
