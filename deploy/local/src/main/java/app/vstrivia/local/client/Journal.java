package app.vstrivia.local.client;

import java.net.URI;

/**
 * Is told all that a client says, gets and does, in the client's order and also what the client ignores. It is called
 * while the client is locked: it must not block, nor call the client.
 */
public interface Journal {
    /** A client that keeps nothing. */
    Journal NONE = new Journal() {};

    /** A connection is attempted; connections count from 1. */
    default void connecting(int connection, URI socket) {}

    default void sent(int connection, String text) {}

    /** @param applied false for events that the client had already, or that come after a gap */
    default void received(Frame frame, boolean applied) {}

    /** @param code the close code; 1006 if the connection broke or never came about; 1000 if the client left it */
    default void ended(int connection, int code) {}
}
