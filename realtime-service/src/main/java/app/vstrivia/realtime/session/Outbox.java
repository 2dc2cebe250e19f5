package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.CloseCode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What was handed to a socket and is not written yet. Who reads too slowly is closed, and resumes. */
final class Outbox {
    /** The most that may wait for one socket, in characters. */
    static final long LIMIT = 256 * 1024;

    private final Wire wire;
    private final AtomicLong pending = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    Outbox(Wire wire) {
        this.wire = wire;
    }

    void send(String frame) {
        if (closed.get()) {
            return;
        }
        if (pending.addAndGet(frame.length()) > LIMIT) {
            close(CloseCode.SLOW_CONSUMER);
            return;
        }
        wire.send(frame).subscribe().with(sent -> pending.addAndGet(-frame.length()), failure -> closed.set(true));
    }

    void close(CloseCode code) {
        if (closed.compareAndSet(false, true)) {
            wire.close(code);
        }
    }
}
