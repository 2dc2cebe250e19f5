package app.vstrivia.api.job;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Somebody relies on the job's being done some day: 409 {@code conflict}. */
public final class JobNeeded extends ApiProblem {
    JobNeeded() {
        super(Status.CONFLICT, "conflict", "This has to be done some day; have it tried again.");
    }
}
