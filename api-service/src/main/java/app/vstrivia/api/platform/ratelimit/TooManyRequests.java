package app.vstrivia.api.platform.ratelimit;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A limit is spent. */
public final class TooManyRequests extends ApiProblem {
    TooManyRequests(Quota quota) {
        super(
                Status.TOO_MANY_REQUESTS,
                "too-many-requests",
                "That was too often. Try again in " + quota.resetSeconds() + " s.",
                quota.resetSeconds(),
                quota.headers());
    }
}
