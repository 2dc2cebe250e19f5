package app.vstrivia.realtime.wire;

import io.netty.buffer.ByteBuf;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Goes through websockets-next, which has no back-pressure: what is not written yet is counted here. */
public final class SendTextWire extends Wire {
    private static final Logger LOG = Logger.getLogger(SendTextWire.class);

    private final WebSocketConnection connection;
    private final AtomicLong pending = new AtomicLong();

    SendTextWire(WebSocketConnection connection, WireLoop loop, WireCounters counters, WireListener listener) {
        super(loop, counters, listener);
        this.connection = connection;
    }

    @Override
    void write(Frame frame, ByteBuf shared) {
        if (frame == Frame.ECHO_REQUEST) {
            send(frame, connection.sendPing(Buffer.buffer(frame.payload())));
        } else if (!frame.isClose()) {
            send(frame, connection.sendText(frame.text()));
        } else {
            send(frame, connection.close(new CloseReason(frame.closeCode(), frame.closeReason())));
        }
    }

    private void send(Frame frame, Uni<Void> sending) {
        pending.addAndGet(frame.length());
        sending.subscribe().with(sent -> pending.addAndGet(-frame.length()), failure -> {
            pending.addAndGet(-frame.length());
            LOG.debugf("connection %s: %s", connection.id(), failure.getMessage());
        });
        if (!writable()) {
            stalled();
        }
    }

    /** A text message, from websockets-next. */
    public void heard(String message) {
        loop().submit(() -> {
            noteHeard();
            listener().heard(message.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The echo of a ping, from websockets-next. */
    public void echoed() {
        loop().submit(() -> {
            noteHeard();
            listener().echoed();
        });
    }

    /** The end, from websockets-next. */
    public void closed() {
        loop().submit(this::gone);
    }

    @Override
    void flush() {
        // websockets-next flushes by itself.
    }

    @Override
    long pendingBytes() {
        return pending.get();
    }

    @Override
    boolean writable() {
        return pending.get() < loop().limits().pendingBytes() / 4;
    }

    @Override
    void closeStarted() {
        // Writing the close frame was all.
    }

    @Override
    void hangUp() {
        // websockets-next closes the connection behind the close frame.
    }

    @Override
    void abort() {
        // Only websockets-next can reach the connection, and it closes it after its own time-out; we are done with it.
        gone();
    }
}
