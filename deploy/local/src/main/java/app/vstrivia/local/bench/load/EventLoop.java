package app.vstrivia.local.bench.load;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** The one thread of the load generator: sockets that are ready, and tasks whose time has come. */
final class EventLoop implements AutoCloseable {
    /** What a channel's key carries. */
    interface Ready {
        void ready(SelectionKey key) throws IOException;

        /** The channel is of no use any more. */
        void broken(IOException cause);
    }

    private record Task(long at, long order, Runnable action) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    /** A selector sleeps whole milliseconds; what is due sooner is waited for awake. */
    private static final long AWAKE_NS = 1_200_000;

    /** Sends stay on time while many sockets are ready. */
    private static final int KEYS_BETWEEN_TASKS = 32;

    private final Selector selector;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final long epochOffset;
    private long order;

    EventLoop() throws IOException {
        selector = Selector.open();
        Instant wall = Instant.now();
        epochOffset = wall.getEpochSecond() * 1_000_000_000L + wall.getNano() - System.nanoTime();
    }

    /** Nanoseconds since 1970-01-01 UTC, steady within a run. */
    long now() {
        return System.nanoTime() + epochOffset;
    }

    void at(long nanos, Runnable action) {
        tasks.add(new Task(nanos, order++, action));
    }

    /** Calls {@code count} times, {@code perSecond} times a second, with the moment at which each call is due. */
    void series(long start, double perSecond, int count, Series action) {
        if (count > 0) {
            next(start, perSecond, 0, count, action);
        }
    }

    private void next(long start, double perSecond, int index, int count, Series action) {
        long due = start + (long) (index * 1e9 / perSecond);
        at(due, () -> {
            action.call(index, due);
            if (index + 1 < count) {
                next(start, perSecond, index + 1, count, action);
            }
        });
    }

    /** One call of a series. */
    interface Series {
        void call(int index, long due);
    }

    SelectionKey register(SelectableChannel channel, int operations, Ready ready) throws IOException {
        return channel.register(selector, operations, ready);
    }

    /** Runs until {@code done} or until the time is up; tells which. */
    boolean run(BooleanSupplier done, long nanos) throws IOException {
        long end = now() + nanos;
        while (!done.getAsBoolean()) {
            long now = now();
            if (now >= end) {
                return false;
            }
            long next = tasks.isEmpty() ? end : Math.min(end, tasks.peek().at);
            long wait = Math.min(next - now, 20_000_000);
            if (wait > AWAKE_NS) {
                selector.select(wait / 1_000_000);
            } else {
                selector.selectNow();
            }
            runReady();
            runTasks();
        }
        return true;
    }

    private void runReady() {
        Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
        for (int i = 1; keys.hasNext(); i++) {
            SelectionKey key = keys.next();
            keys.remove();
            Ready ready = (Ready) key.attachment();
            try {
                if (key.isValid()) {
                    ready.ready(key);
                }
            } catch (IOException failure) {
                ready.broken(failure);
            }
            if (i % KEYS_BETWEEN_TASKS == 0) {
                runTasks();
            }
        }
    }

    private void runTasks() {
        long now = now();
        while (!tasks.isEmpty() && tasks.peek().at <= now) {
            tasks.poll().action.run();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
