package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such import, or not for the caller: 404 {@code not-found}. */
public final class ImportNotFound extends ApiProblem {
    ImportNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such import.");
    }
}
