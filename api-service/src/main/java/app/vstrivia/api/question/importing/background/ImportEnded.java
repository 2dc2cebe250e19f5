package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** It has come to its end and cannot be cancelled any more: 409 {@code conflict}. */
public final class ImportEnded extends ApiProblem {
    ImportEnded() {
        super(Status.CONFLICT, "conflict", "The import has ended.");
    }
}
