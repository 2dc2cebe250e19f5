package app.vstrivia.local.client;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a connection ended, or why it never came about.
 *
 * @param code the close code; 1006 if the connection broke or never came about
 * @param cause what went wrong; null if the server closed it
 */
record Ending(int code, Throwable cause) {
    private static final Set<Integer> FINAL_CODES = Set.of(4400, 4403, 4408, 4409, 4410, 4429);
    private static final int DISPLACED = 4409;
    private static final int EXPIRED = 1008;
    private static final int UNAUTHENTICATED = 4401;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    /** Whether another connection of the same device took over. */
    boolean isDisplacement() {
        return code == DISPLACED;
    }

    /** Whether the server does not want the client any more, whatever it comes with. */
    boolean isFinal() {
        return FINAL_CODES.contains(code);
    }

    /** Whether the access token was not liked once the connection was open. */
    boolean isUnauthenticated() {
        return code == UNAUTHENTICATED;
    }

    /** Whether another access token may help. */
    boolean wantsNewToken() {
        return code == EXPIRED || isUnauthenticated() || status() == UNAUTHORIZED;
    }

    /** How long the server wants to be left alone, if it says so in seconds: the other form is not worth reading. */
    Optional<Duration> retryAfter() {
        return status() != UNAVAILABLE
                ? Optional.empty()
                : ((WebSocketHandshakeException) cause)
                        .getResponse()
                        .headers()
                        .firstValue("Retry-After")
                        .filter(value -> value.matches("\\d{1,6}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** Of the refused upgrade; 0 if it was none. */
    private int status() {
        return cause instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : 0;
    }
}
