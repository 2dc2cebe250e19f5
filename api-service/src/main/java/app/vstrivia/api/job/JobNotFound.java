package app.vstrivia.api.job;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such job among those that failed: 404 {@code not-found}. */
public final class JobNotFound extends ApiProblem {
    JobNotFound() {
        super(Status.NOT_FOUND, "not-found", "No such job has failed.");
    }
}
