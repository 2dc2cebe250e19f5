package app.vstrivia.api.publication;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such publication, or not for whoever asks: 404 {@code not-found}. */
public final class PublicationNotFound extends ApiProblem {
    PublicationNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such publication.");
    }
}
