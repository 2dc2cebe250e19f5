package app.vstrivia.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.vstrivia.local.client.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
    @Test
    void whoHasEveryEventFromTheSnapshotToTheEndMissedNothing() {
        assertEquals(0, Gaps.in(List.of(snapshot(3), event(4, "round-opened"), event(5, "finished"))));
    }

    @Test
    void whatCameTwiceOrBeforeTheSnapshotDoesNotCount() {
        assertEquals(
                0,
                Gaps.in(List.of(
                        event(2, "started"),
                        snapshot(3),
                        event(4, "round-opened"),
                        event(4, "round-opened"),
                        event(5, "finished"))));
    }

    @Test
    void whatDidNotComeIsMissed() {
        assertEquals(2, Gaps.in(List.of(snapshot(3), event(4, "round-opened"), event(7, "finished"))));
    }

    @Test
    void aLaterSnapshotDoesNotHideWhatWasMissed() {
        assertEquals(2, Gaps.in(List.of(snapshot(3), snapshot(5), event(6, "finished"))));
    }

    @Test
    void withoutAnEndThereIsNothingToTell() {
        assertThrows(IllegalArgumentException.class, () -> Gaps.in(List.of(snapshot(3), event(4, "round-opened"))));
    }

    private static Frame snapshot(int seq) {
        return frame("{\"type\":\"snapshot\",\"seq\":" + seq + "}");
    }

    private static Frame event(int seq, String kind) {
        return frame("{\"type\":\"event\",\"kind\":\"" + kind + "\",\"seq\":" + seq + "}");
    }

    private static Frame frame(String text) {
        return Frame.of(1, 0, text);
    }
}
