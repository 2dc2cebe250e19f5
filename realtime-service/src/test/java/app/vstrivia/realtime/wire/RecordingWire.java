package app.vstrivia.realtime.wire;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A wire that keeps what is written, and can be made to look full. */
public final class RecordingWire extends Wire {
    static final int PENDING_LIMIT = 1_000;

    private final EventExecutor executor;
    private final List<Frame> written = new ArrayList<>();
    private final Ears ears;
    private int flushes;
    private boolean writable = true;
    private boolean aborted;
    private long pending;

    public RecordingWire() {
        this(new DefaultEventExecutor());
    }

    private RecordingWire(EventExecutor executor) {
        this(executor, new WireLoop(executor, new Limits()));
    }

    private RecordingWire(EventExecutor executor, WireLoop loop) {
        this(executor, loop, new Ears());
    }

    /** The ears must exist before the wire does. */
    private RecordingWire(EventExecutor executor, WireLoop loop, Ears ears) {
        super(loop, new WireCounters(new SimpleMeterRegistry()), ears);
        this.executor = executor;
        this.ears = ears;
    }

    /** Another wire on the same loop. */
    RecordingWire neighbour() {
        return new RecordingWire(executor, loop());
    }

    /** What was written, after everything that was asked for before. */
    public List<Frame> written() {
        return onLoop(() -> List.copyOf(written));
    }

    /** How often was flushed so far; on the loop only. */
    int flushesSoFar() {
        return flushes;
    }

    /** How often was flushed, once the passes of everything that was asked for before are over. */
    int flushes() {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        later(() -> executor.execute(() -> result.complete(flushes)));
        return result.join();
    }

    boolean aborted() {
        return onLoop(() -> aborted);
    }

    void full(boolean full) {
        onLoop(() -> {
            writable = !full;
            if (!full) {
                writableAgain();
            }
            return null;
        });
    }

    void pending(long bytes) {
        onLoop(() -> pending = bytes);
    }

    Ears ears() {
        return ears;
    }

    <T> T onLoop(java.util.function.Supplier<T> read) {
        CompletableFuture<T> result = new CompletableFuture<>();
        later(() -> result.complete(read.get()));
        return result.join();
    }

    @Override
    void write(Frame frame, ByteBuf shared) {
        written.add(frame);
    }

    @Override
    void flush() {
        flushes++;
    }

    @Override
    long pendingBytes() {
        return pending;
    }

    @Override
    boolean writable() {
        return writable;
    }

    @Override
    void closeStarted() {
        // The close frame is among what was written.
    }

    @Override
    void hangUp() {
        gone();
    }

    @Override
    void abort() {
        aborted = true;
        gone();
    }

    /** Counts what a listener is told. */
    static final class Ears implements WireListener {
        private int endings;

        @Override
        public void heard(byte[] message) {
            throw new AssertionError("nothing is read here");
        }

        @Override
        public void heardNoText() {
            throw new AssertionError("nothing is read here");
        }

        @Override
        public void echoed() {
            throw new AssertionError("nothing is read here");
        }

        @Override
        public void closed() {
            endings++;
        }

        int endings() {
            return endings;
        }
    }

    /** Short ones, for tests that turn the wheel by hand. */
    private static final class Limits implements WireLimits {
        @Override
        public int pendingBytes() {
            return PENDING_LIMIT;
        }

        @Override
        public Duration stalledAfter() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration silentAfter() {
            return Duration.ofSeconds(75);
        }

        @Override
        public boolean direct() {
            return true;
        }
    }
}
