package app.vstrivia.api.identity.role;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is an admin already, who makes the next ones: 409 {@code admin-exists}. */
public final class AdminExists extends ApiProblem {
    AdminExists() {
        super(Status.CONFLICT, "admin-exists", "There is an admin already.");
    }
}
