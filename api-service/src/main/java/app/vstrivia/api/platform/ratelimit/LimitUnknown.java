package app.vstrivia.api.platform.ratelimit;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Whether a limit is spent cannot be said at the moment, and it is one that is not passed unseen. */
public final class LimitUnknown extends ApiProblem {
    private static final int RETRY_S = 2;

    LimitUnknown() {
        super(Status.SERVICE_UNAVAILABLE, "unavailable", "This is not possible at the moment. Try again.", RETRY_S);
    }
}
