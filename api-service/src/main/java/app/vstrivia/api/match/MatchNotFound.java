package app.vstrivia.api.match;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such match for whoever asks: 404 {@code not-found}. */
public final class MatchNotFound extends ApiProblem {
    public MatchNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such match for you.");
    }
}
