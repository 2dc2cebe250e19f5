package app.vstrivia.realtime.platform.problem;

/** Fails a request with a status. Without a stack trace: in a storm there are many. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    public Refusal(int status) {
        super("refused with " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
