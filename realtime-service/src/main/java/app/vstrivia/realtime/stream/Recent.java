package app.vstrivia.realtime.stream;

import app.vstrivia.model.stream.StreamEvent;
import app.vstrivia.realtime.wire.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The newest events of a stream as frames, without a hole. Not thread-safe. */
final class Recent {
    /** So many are kept; older ones that were fetched for a reader stay a little longer. */
    static final int KEPT = 256;

    private Deque<Numbered> frames;

    void append(long seq, Frame frame) {
        if (frames == null) {
            frames = new ArrayDeque<>(4);
        }
        frames.addLast(new Numbered(seq, frame));
        for (int i = 0; i < 2 && frames.size() > KEPT; i++) {
            frames.removeFirst();
        }
    }

    /** Whether everything after {@code from} is here, the stream being at {@code head}. */
    boolean reachesBackTo(long from, long head) {
        return from >= head || oldest(head) <= from + 1;
    }

    private long oldest(long head) {
        return frames == null || frames.isEmpty()
                ? head + 1
                : frames.peekFirst().seq();
    }

    void after(long from, Consumer<Frame> reader) {
        if (frames != null) {
            frames.stream()
                    .filter(numbered -> numbered.seq() > from)
                    .forEach(numbered -> reader.accept(numbered.frame()));
        }
    }

    /** Puts older events, which follow one another, in front, if they reach up to what is here. */
    void prepend(List<StreamEvent> events, long head) {
        long oldest = oldest(head);
        List<StreamEvent> missing =
                events.stream().filter(event -> event.seq() < oldest).toList();
        if (missing.isEmpty() || missing.get(missing.size() - 1).seq() != oldest - 1) {
            return;
        }
        if (frames == null) {
            frames = new ArrayDeque<>(missing.size());
        }
        for (int i = missing.size() - 1; i >= 0; i--) {
            StreamEvent event = missing.get(i);
            frames.addFirst(new Numbered(event.seq(), Frame.of(event.toFrame())));
        }
    }

    private record Numbered(long seq, Frame frame) {}
}
