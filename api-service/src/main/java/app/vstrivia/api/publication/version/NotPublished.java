package app.vstrivia.api.publication.version;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such quiz that everybody sees, or no such version of it: 404 {@code not-found}. */
public final class NotPublished extends ApiProblem {
    public NotPublished() {
        super(Status.NOT_FOUND, "not-found", "There is no such published quiz.");
    }
}
