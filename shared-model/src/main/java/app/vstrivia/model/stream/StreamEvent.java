package app.vstrivia.model.stream;

import app.vstrivia.model.protocol.ProtocolCodec;
import app.vstrivia.model.protocol.ServerMessage;
import app.vstrivia.model.trace.TracedEvent;

/** An entry of a stream as it is stored; {@code payload} is JSON. */
public record StreamEvent(StreamId stream, long epoch, long seq, String kind, String payload) {

    /** The frame that carries it to the clients. */
    public String toFrame() {
        return ProtocolCodec.encode(new ServerMessage.Event(stream, epoch, seq, kind, payload));
    }

    /** What traces say of it. */
    public TracedEvent traced() {
        return new TracedEvent(stream.toString(), epoch, seq, kind);
    }
}
