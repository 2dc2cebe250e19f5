package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A member of a quiz wants to do what others of its members may: 403 {@code forbidden}. */
public final class NotAllowed extends ApiProblem {
    NotAllowed() {
        super(Status.FORBIDDEN, "forbidden", "Your access to this quiz does not allow this.");
    }
}
