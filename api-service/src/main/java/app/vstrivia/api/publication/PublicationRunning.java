package app.vstrivia.api.publication;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** One publication of a quiz runs at a time: 409 {@code publication-running} with that {@code publication}. */
public final class PublicationRunning extends ApiProblem {
    PublicationRunning(UUID publication) {
        super(
                Status.CONFLICT,
                "publication-running",
                "The quiz is being published already.",
                "publication",
                publication);
    }
}
