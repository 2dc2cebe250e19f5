package app.vstrivia.realtime.session;

import app.vstrivia.model.protocol.CloseCode;
import io.smallrye.mutiny.Uni;

/** The socket below a session; turned round so that sessions do not depend on the door they came through. */
public interface Wire {
    /** Hands the frame on; completes when it has been written to the connection. */
    Uni<Void> send(String frame);

    void ping();

    void close(CloseCode code);
}
