package app.vstrivia.api.match;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/**
 * The round's time has run out, but it is not sealed yet, and an answer of the same player may be on its way over a
 * socket: what counts is known in a moment. 503 {@code round-closing} with {@code Retry-After}; send it again.
 */
public final class RoundClosing extends ApiProblem {
    private static final int RETRY_S = 1;

    RoundClosing() {
        super(Status.SERVICE_UNAVAILABLE, "round-closing", "The round is closing. Send the answer again.", RETRY_S);
    }
}
