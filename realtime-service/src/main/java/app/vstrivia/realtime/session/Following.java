package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.CloseCode;
import app.vstrivia.model.protocol.StreamPosition;
import app.vstrivia.realtime.stream.LiveStream;
import app.vstrivia.realtime.stream.StreamHub;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has sessions get what follows on what they know of a stream. */
@ApplicationScoped
class Following {
    private final StreamHub hub;

    Following(StreamHub hub) {
        this.hub = hub;
    }

    /** What follows a position; false if there is none, or the stream cannot be continued from it. */
    Uni<Boolean> after(Session session, LiveStream stream, StreamPosition from) {
        return from == null ? Uni.createFrom().item(false) : hub.resume(stream, session, from.epoch(), from.seq());
    }

    /**
     * What follows a snapshot. Of a stream that began anew between its snapshot and this moment the client comes back and
     * reads it again.
     */
    Uni<Boolean> from(Session session, LiveStream stream, long epoch, long seq) {
        return hub.follow(stream, session, epoch, seq).invoke(follows -> {
            if (!follows) {
                session.close(CloseCode.OVERLOADED);
            }
        });
    }
}
