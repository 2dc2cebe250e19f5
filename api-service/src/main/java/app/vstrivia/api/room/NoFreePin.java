package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Too many rooms are open: 503 {@code unavailable}. */
public final class NoFreePin extends ApiProblem {
    NoFreePin() {
        super(Status.SERVICE_UNAVAILABLE, "unavailable", "There is no free PIN at the moment.");
    }
}
