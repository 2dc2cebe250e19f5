package app.vstrivia.api.platform.bulkhead;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** As many as may do this at once are doing it: 503 {@code unavailable} with {@code Retry-After}. */
public final class AllTaken extends ApiProblem {
    private static final int RETRY_S = 5;

    AllTaken() {
        super(Status.SERVICE_UNAVAILABLE, "unavailable", "Others are doing this at the moment. Try again.", RETRY_S);
    }
}
