package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Too many rooms are open: 503 {@code unavailable} with {@code Retry-After}. */
public final class NoFreePin extends ApiProblem {
    private static final int RETRY_S = 10;

    NoFreePin() {
        super(Status.SERVICE_UNAVAILABLE, "unavailable", "There is no free PIN at the moment.", RETRY_S);
    }
}
