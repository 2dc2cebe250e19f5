package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Somebody else than the host tried to direct a room: 403 {@code not-the-host}. */
public final class NotTheHost extends ApiProblem {
    NotTheHost() {
        super(Status.FORBIDDEN, "not-the-host", "Only the host may do this.");
    }
}
