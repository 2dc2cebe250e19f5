package app.vstrivia.api.matchmaking;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The ticket was cancelled or has expired: 409 {@code ticket-closed}. */
public final class TicketClosed extends ApiProblem {
    TicketClosed() {
        super(Status.CONFLICT, "ticket-closed", "The ticket does not wait any more.");
    }
}
