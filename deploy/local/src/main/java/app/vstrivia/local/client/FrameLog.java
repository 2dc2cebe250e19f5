package app.vstrivia.local.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Every frame that a client got, in order. */
final class FrameLog implements Journal {
    /** How many frames are shown when one was waited for in vain. */
    private static final int LAST_TOLD = 5;

    private final List<Frame> frames = new ArrayList<>();

    @Override
    public synchronized void received(Frame frame, boolean applied) {
        frames.add(frame);
        notifyAll();
    }

    synchronized List<Frame> all() {
        return List.copyOf(frames);
    }

    private List<String> lastTexts() {
        return frames.subList(Math.max(0, frames.size() - LAST_TOLD), frames.size()).stream()
                .map(Frame::text)
                .toList();
    }

    /** The first one that is wanted, which may have come already. */
    synchronized Frame await(Predicate<Frame> wanted, Duration bound) throws TimeoutException, InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        for (int next = 0; ; next++) {
            while (next == frames.size()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException("no such frame within " + bound.toMillis() + " ms, but " + frames.size()
                            + " others, the last " + lastTexts());
                }
                wait(left);
            }
            if (wanted.test(frames.get(next))) {
                return frames.get(next);
            }
        }
    }
}
