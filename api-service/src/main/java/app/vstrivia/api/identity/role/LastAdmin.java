package app.vstrivia.api.identity.role;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Nobody would be left to run the system: 409 {@code last-admin}. */
public final class LastAdmin extends ApiProblem {
    LastAdmin() {
        super(Status.CONFLICT, "last-admin", "This is the last admin. Make another player an admin first.");
    }
}
