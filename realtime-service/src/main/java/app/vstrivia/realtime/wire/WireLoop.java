package app.vstrivia.realtime.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The wires of one event loop and what is to be done with them. Tasks come from any thread and run on the loop, in order;
 * after those of one pass every wire that got something is flushed once.
 */
final class WireLoop {
    private static final Logger LOG = Logger.getLogger(WireLoop.class);
    /** So many tasks in one pass at most, so that the loop gets to reading. */
    private static final int TASKS_IN_A_PASS = 4_096;

    private static final int SCRATCH_BYTES = 4_096;

    private final EventExecutor executor;
    private final WireLimits limits;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Wire> unflushed = new ArrayList<>();
    private final LookWheel wheel = new LookWheel(System.nanoTime());
    private final ScheduledFuture<?> turning;
    private final ByteBuf scratch = PooledByteBufAllocator.DEFAULT.directBuffer(SCRATCH_BYTES);
    private volatile int size;
    private boolean passing;

    WireLoop(EventExecutor executor, WireLimits limits) {
        this.executor = executor;
        this.limits = limits;
        this.turning = executor.scheduleAtFixedRate(
                () -> wheel.turn(System.nanoTime()), LookWheel.TICK_MS, LookWheel.TICK_MS, TimeUnit.MILLISECONDS);
    }

    WireLimits limits() {
        return limits;
    }

    /** Runs the task on the loop, after those that were submitted before it. */
    void submit(Runnable task) {
        tasks.add(task);
        schedule();
    }

    /** Whether what the caller does now is what a task would do next. */
    boolean isNext() {
        return executor.inEventLoop() && tasks.isEmpty();
    }

    private void schedule() {
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            executor.execute(this::pass);
        }
    }

    private void pass() {
        scheduled.set(false);
        passing = true;
        Runnable task = tasks.poll();
        for (int done = 1; task != null; done++) {
            run(task);
            task = done < TASKS_IN_A_PASS ? tasks.poll() : null;
        }
        // By index: a socket that becomes writable meanwhile may be added.
        for (int i = 0; i < unflushed.size(); i++) {
            Wire wire = unflushed.get(i);
            run(wire::flushOnce);
        }
        unflushed.clear();
        passing = false;
        if (!tasks.isEmpty()) {
            schedule();
        }
    }

    /** One wire's trouble must not reach the others; memory that runs out is such a trouble. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("a write failed", e);
        }
    }

    /** Flushes at once what answers the peer, unless there is more to do that may be for the same wire. On the loop only. */
    void flushAfterReading(Wire wire) {
        if (!passing && tasks.isEmpty()) {
            run(wire::flushOnce);
        } else {
            noteUnflushed(wire);
        }
    }

    /** To be flushed at the end of this pass; a new one if none is being made. On the loop only. */
    void noteUnflushed(Wire wire) {
        unflushed.add(wire);
        if (!passing) {
            schedule();
        }
    }

    /** Runs the task once what this pass writes was flushed. On the loop only. */
    void afterFlush(Runnable task) {
        executor.execute(task);
    }

    /** Sends to all; the bytes are copied out of the heap once. On the loop only. */
    void sendToAll(Frame frame, List<Wire> members) {
        ByteBuf shared = PooledByteBufAllocator.DEFAULT.directBuffer(frame.length());
        try {
            shared.writeBytes(frame.bytes());
            for (int i = 0; i < members.size(); i++) {
                Wire member = members.get(i);
                run(() -> member.put(frame, shared));
            }
        } finally {
            shared.release();
        }
    }

    /** The frame's bytes outside the heap, until the next call. On the loop only. */
    ByteBuf scratch(Frame frame) {
        return scratch.clear().writeBytes(frame.bytes());
    }

    /** On the loop only. */
    void register(Wire wire) {
        wire.place(wires.size());
        wires.add(wire);
        size = wires.size();
    }

    /** On the loop only; the last one takes the free place. */
    void unregister(Wire wire) {
        int at = wire.place();
        if (at < 0) {
            return;
        }
        wheel.remove(wire);
        Wire last = wires.remove(wires.size() - 1);
        if (last != wire) {
            wires.set(at, last);
            last.place(at);
        }
        wire.place(-1);
        size = wires.size();
    }

    /** How many wires there are; of any thread. */
    int size() {
        return size;
    }

    /** Gives every wire to {@code visitor}, on the loop. */
    void visit(java.util.function.Consumer<Wire> visitor) {
        submit(() -> List.copyOf(wires).forEach(visitor));
    }

    /** When wires are to be looked at; on the loop only. */
    LookWheel wheel() {
        return wheel;
    }

    void stop() {
        turning.cancel(false);
    }
}
