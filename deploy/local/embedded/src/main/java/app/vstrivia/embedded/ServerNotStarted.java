package app.vstrivia.embedded;

/** A server did not come up. The message is one that a user can act on, with the end of the server's log. */
public final class ServerNotStarted extends RuntimeException {
    public ServerNotStarted(String message) {
        super(message);
    }

    public ServerNotStarted(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
