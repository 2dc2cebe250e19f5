package app.vstrivia.model.protocol;

/** Every code that the server closes a socket with, split into "come back" and "do not come back by yourself". */
public enum CloseCode {
    RESTART(1012, true, "the service restarts"),
    OVERLOADED(1013, true, "too busy, come back later"),
    SLOW_CONSUMER(4503, true, "messages were not read fast enough"),
    SILENT(4504, true, "no sign of life"),
    OVERTAKEN(4505, true, "another connection of this device was opened before this one had said hello"),
    PROTOCOL_ERRORS(4400, false, "too many messages that make no sense"),
    UNAUTHENTICATED(4401, false, "the token is missing, wrong or expired"),
    FORBIDDEN(4403, false, "not allowed"),
    HELLO_TIMEOUT(4408, false, "no hello in time"),
    DISPLACED(4409, false, "a newer connection of this device took over"),
    REVOKED(4410, false, "the access was revoked"),
    TOO_MANY_MESSAGES(4429, false, "too many messages");

    private final int code;
    private final boolean comeBack;
    private final String reason;

    CloseCode(int code, boolean comeBack, String reason) {
        this.code = code;
        this.comeBack = comeBack;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    /** Whether a client should reconnect without asking its user. */
    public boolean comeBack() {
        return comeBack;
    }

    public String reason() {
        return reason;
    }
}
