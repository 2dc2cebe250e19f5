package app.vstrivia.api.match;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The host put this player out, for good: 403 {@code kicked}. */
public final class Kicked extends ApiProblem {
    public Kicked() {
        super(Status.FORBIDDEN, "kicked", "The host has removed you from this match.");
    }
}
