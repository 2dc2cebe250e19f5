package app.vstrivia.local.demo;

import app.vstrivia.local.client.Frame;
import java.util.BitSet;
import java.util.List;

/** Whether a reader has all of a stream, from its first snapshot to the end of the match. */
final class Gaps {
    private Gaps() {}

    /**
     * How many events are missing.
     *
     * @param frames of one stream of one client
     * @throws IllegalArgumentException if there is no snapshot or no end
     */
    static int in(List<Frame> frames) {
        long from = frames.stream()
                .filter(frame -> frame.type().equals("snapshot"))
                .mapToLong(Frame::seq)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no snapshot"));
        long to = frames.stream()
                .filter(frame -> frame.isEvent("finished"))
                .mapToLong(Frame::seq)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no end"));
        BitSet seen = new BitSet();
        for (Frame frame : frames) {
            if (frame.type().equals("event") && frame.seq() > from && frame.seq() <= to) {
                seen.set((int) (frame.seq() - from));
            }
        }
        return (int) (to - from) - seen.cardinality();
    }
}
