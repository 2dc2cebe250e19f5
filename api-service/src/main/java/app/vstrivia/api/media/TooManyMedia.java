package app.vstrivia.api.media;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The owner has as much as an owner may have: 409 {@code too-many-media}. */
public final class TooManyMedia extends ApiProblem {
    TooManyMedia() {
        super(Status.CONFLICT, "too-many-media", "You have as many pictures and videos as you may have; delete some.");
    }
}
