package app.vstrivia.api.matchmaking;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The ticket does not exist or is somebody else's: 404 {@code not-found}. */
public final class TicketNotFound extends ApiProblem {
    TicketNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such ticket of yours.");
    }
}
