package app.vstrivia.local.client;

/** The API answered with a problem. */
public final class ApiFailure extends RuntimeException {
    private final int status;
    private final String code;

    ApiFailure(String request, int status, String code, String detail) {
        super(request + " was answered with " + status + (code.isEmpty() ? "" : " " + code)
                + (detail.isEmpty() ? "" : ": " + detail));
        this.status = status;
        this.code = code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code of the problem; empty if the answer held none. */
    public String code() {
        return code;
    }
}
