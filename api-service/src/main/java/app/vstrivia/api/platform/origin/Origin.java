package app.vstrivia.api.platform.origin;

/**
 * Where a request comes from.
 *
 * @param address of the client; null for what no request caused
 * @param requestId as the answer carries it; null for what no request caused
 */
public record Origin(String address, String requestId) {
    /** Of what no request caused. */
    public static final Origin INSIDE = new Origin(null, null);
}
