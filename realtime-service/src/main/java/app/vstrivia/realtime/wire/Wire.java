package app.vstrivia.realtime.wire;

import app.vstrivia.model.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One connection. What is public may be called by any thread, and takes effect in the order of the calls; the rest belongs
 * to the event loop.
 */
public abstract class Wire extends LookWheel.Entry {
    private static final Logger LOG = Logger.getLogger(Wire.class);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** A peer that does not answer a close frame is cut off. */
    private static final long CLOSE_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final WireLoop loop;
    private final WireCounters counters;
    private final WireListener listener;

    private int place = -1;
    private boolean unflushed;
    private boolean reading;
    private boolean ended;
    private long closingSince;
    private long stalledSince;
    private long heardAt = System.nanoTime();
    private long deadline;
    private CloseCode atDeadline;
    /** What waits for the socket to become writable, the newest of each key; null while nothing does. */
    private Map<Object, Frame> latest;

    Wire(WireLoop loop, WireCounters counters, WireListener listener) {
        this.loop = loop;
        this.counters = counters;
        this.listener = listener;
    }

    /** Sends a frame that must arrive: it is written or the connection ends. */
    public final void send(Frame frame) {
        if (loop.isNext()) {
            put(frame, null);
        } else {
            loop.submit(() -> put(frame, null));
        }
    }

    /** Sends a frame that replaces older ones of the same key; while the socket is not writable only the newest is kept. */
    public final void sendLatest(Object key, Frame frame) {
        loop.submit(() -> putLatest(key, frame));
    }

    /** Asks for an echo. */
    public final void ping() {
        send(Frame.ECHO_REQUEST);
    }

    /** Ends the connection; what was sent before is written first. */
    public final void close(CloseCode code) {
        loop.submit(() -> end(code));
    }

    /** Ends the connection with {@code code} after {@code millis}, in place of what was said with this before. */
    public final void closeAfter(long millis, CloseCode code) {
        long at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        loop.submit(() -> {
            deadline = at;
            atDeadline = code;
            lookBy(at);
        });
    }

    /** Does something on the wire's event loop, after what was asked for before. */
    public final void later(Runnable task) {
        loop.submit(task);
    }

    final WireLoop loop() {
        return loop;
    }

    final WireListener listener() {
        return listener;
    }

    final int place() {
        return place;
    }

    final void place(int index) {
        place = index;
    }

    /** The connection is open. */
    final void opened() {
        loop.register(this);
        lookBy(nextLook(heardAt));
        counters.opened();
        if (ended) {
            gone();
        }
    }

    /** {@code shared} holds the frame's bytes for several sockets, or is null. */
    final void put(Frame frame, ByteBuf shared) {
        if (ended) {
            counters.dropped(WireCounters.Drop.CLOSED);
            return;
        }
        if (isFullWith(frame)) {
            counters.dropped(WireCounters.Drop.TOO_MUCH_WAITS);
            end(CloseCode.SLOW_CONSUMER);
            return;
        }
        counters.sent();
        write(frame, shared);
        flushSoon();
    }

    /** What this pass has written counts only after the network was offered it. */
    private boolean isFullWith(Frame frame) {
        int limit = loop.limits().pendingBytes();
        if (pendingBytes() + frame.length() <= limit) {
            return false;
        }
        flush();
        return pendingBytes() + frame.length() > limit;
    }

    final void putLatest(Object key, Frame frame) {
        if (ended) {
            return;
        }
        if (writable() && latest == null) {
            put(frame, null);
            return;
        }
        stalled();
        if (latest == null) {
            latest = new LinkedHashMap<>(4);
        }
        if (latest.put(key, frame) != null) {
            counters.dropped(WireCounters.Drop.OUTDATED);
        }
    }

    /** The socket takes nothing: it is looked at until it does. */
    final void stalled() {
        if (stalledSince == 0) {
            stalledSince = System.nanoTime();
            lookBy(stalledSince + SECOND_NANOS);
        }
    }

    /** The socket takes data again. */
    final void writableAgain() {
        stalledSince = 0;
        if (latest != null) {
            Map<Object, Frame> waiting = latest;
            latest = null;
            waiting.forEach((key, frame) -> put(frame, null));
        }
    }

    private void flushSoon() {
        if (!unflushed) {
            unflushed = true;
            if (!reading) {
                loop.noteUnflushed(this);
            }
        }
    }

    final void flushOnce() {
        unflushed = false;
        flush();
    }

    /** Something has come in; {@link #heardAll} follows. */
    final void noteHeard() {
        heardAt = System.nanoTime();
        reading = true;
    }

    /** What has come in so far was dealt with: the answers may leave. */
    final void heardAll() {
        reading = false;
        if (unflushed) {
            loop.flushAfterReading(this);
        }
    }

    final void end(CloseCode code) {
        if (!ended) {
            counters.closed(code.name());
            startClosing(Frame.close(code));
        }
    }

    /** The peer has sent a close frame, which is answered with the same code. */
    final void endedByPeer(int code) {
        if (!ended) {
            counters.closed("PEER");
            startClosing(Frame.close(code, ""));
        }
        hangUp();
    }

    private void startClosing(Frame closeFrame) {
        ended = true;
        latest = null;
        closingSince = System.nanoTime();
        lookBy(closingSince + CLOSE_WITHIN_NANOS);
        write(closeFrame, null);
        flushSoon();
        closeStarted();
    }

    /** The connection is gone. */
    final void gone() {
        if (!ended) {
            ended = true;
            counters.closed("BROKEN");
        }
        if (place >= 0) {
            try {
                listener.closed();
            } finally {
                // Who counts the wires relies on the listeners' having been told.
                loop.unregister(this);
                counters.gone();
            }
        }
    }

    /** Whether a close frame has been sent: nothing but the peer's is of interest any more. */
    final boolean ended() {
        return ended;
    }

    /** Nobody is looked at who is not open yet, or gone. */
    private void lookBy(long at) {
        if (place >= 0) {
            loop.wheel().scheduleBy(this, at);
        }
    }

    /** One wire's trouble must not reach the others. */
    @Override
    final void look(long now) {
        try {
            judge(now);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("a connection could not be looked at", e);
        }
        lookBy(nextLook(now));
    }

    private void judge(long now) {
        if (ended) {
            if (now - closingSince > CLOSE_WITHIN_NANOS) {
                abort();
            }
        } else if (atDeadline != null && now - deadline > 0) {
            end(atDeadline);
        } else if (now - heardAt > loop.limits().silentAfter().toNanos()) {
            end(CloseCode.SILENT);
        } else if (writable()) {
            writableAgain();
        } else if (stalledSince == 0) {
            stalledSince = now;
        } else if (now - stalledSince > loop.limits().stalledAfter().toNanos()) {
            end(CloseCode.SLOW_CONSUMER);
        }
    }

    /** When something may have to be done about this connection, if nothing happens to it until then. */
    private long nextLook(long now) {
        if (ended) {
            return closingSince + CLOSE_WITHIN_NANOS;
        }
        if (stalledSince != 0) {
            return now + SECOND_NANOS;
        }
        long silent = heardAt + loop.limits().silentAfter().toNanos();
        return atDeadline == null || silent - deadline < 0 ? silent : deadline;
    }

    /** Hands the frame to the connection; nothing has to leave before {@link #flush}. */
    abstract void write(Frame frame, ByteBuf shared);

    abstract void flush();

    /** What was written and has not left, in bytes. */
    abstract long pendingBytes();

    abstract boolean writable();

    /** The close frame has been written; called once. */
    abstract void closeStarted();

    /** Ends the connection once what was written has left. */
    abstract void hangUp();

    /** Ends the connection at once. */
    abstract void abort();
}
