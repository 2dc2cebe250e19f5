package app.vstrivia.api.moderation;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is nothing of that id to decide on: 404 {@code not-found}. */
public final class ReviewNotFound extends ApiProblem {
    ReviewNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such review.");
    }
}
