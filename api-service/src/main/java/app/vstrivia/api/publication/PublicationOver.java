package app.vstrivia.api.publication;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** What has ended cannot be cancelled: 409 {@code conflict}. */
public final class PublicationOver extends ApiProblem {
    PublicationOver() {
        super(Status.CONFLICT, "conflict", "The publication has ended.");
    }
}
