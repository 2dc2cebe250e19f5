package app.vstrivia.api.platform.origin;

/**
 * Where a request comes from.
 *
 * @param address of the client, as far as it is known; null for what no request caused
 * @param requestId as the request names itself; null if it does not
 */
public record Origin(String address, String requestId) {
    /** Of what no request caused. */
    public static final Origin INSIDE = new Origin(null, null);
}
