package app.vstrivia.api.match;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Who hosts only, or has left, cannot answer: 403 {@code not-playing}. */
public final class NotPlaying extends ApiProblem {
    NotPlaying() {
        super(Status.FORBIDDEN, "not-playing", "You do not play in this match.");
    }
}
