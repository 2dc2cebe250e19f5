package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such player: 404 {@code not-found}. */
public final class PlayerNotFound extends ApiProblem {
    public PlayerNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such player.");
    }
}
