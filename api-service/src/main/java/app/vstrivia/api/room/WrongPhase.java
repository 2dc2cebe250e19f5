package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The match's phase does not allow what was asked: 409 {@code wrong-phase}. */
public final class WrongPhase extends ApiProblem {
    WrongPhase() {
        super(Status.CONFLICT, "wrong-phase", "The match is not in a phase that allows this.");
    }
}
