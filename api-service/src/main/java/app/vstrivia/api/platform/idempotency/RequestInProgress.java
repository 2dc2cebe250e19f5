package app.vstrivia.api.platform.idempotency;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The first request with the key has no answer yet: 409 {@code request-in-progress} with {@code Retry-After}. */
final class RequestInProgress extends ApiProblem {
    private static final int RETRY_AFTER_SECONDS = 1;

    RequestInProgress() {
        super(
                Status.CONFLICT,
                "request-in-progress",
                "The first request with this Idempotency-Key has no answer yet.",
                RETRY_AFTER_SECONDS);
    }
}
