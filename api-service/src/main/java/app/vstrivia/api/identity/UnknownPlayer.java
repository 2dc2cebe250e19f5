package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The token is good, but names somebody who is not (or no longer) a player here: 401 {@code unauthenticated}. */
public final class UnknownPlayer extends ApiProblem {
    public UnknownPlayer() {
        super(Status.UNAUTHORIZED, "unauthenticated", "The token names no player.");
    }
}
