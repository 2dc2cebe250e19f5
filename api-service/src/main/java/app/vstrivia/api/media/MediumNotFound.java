package app.vstrivia.api.media;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such medium, or not for whoever asks: 404 {@code not-found}. */
public final class MediumNotFound extends ApiProblem {
    public MediumNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such picture or video for you.");
    }
}
