package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A match needs a player: 409 {@code nobody-there}. */
public final class NobodyThere extends ApiProblem {
    NobodyThere() {
        super(Status.CONFLICT, "nobody-there", "Nobody has joined yet.");
    }
}
