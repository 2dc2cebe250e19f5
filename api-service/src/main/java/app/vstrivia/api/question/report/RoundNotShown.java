package app.vstrivia.api.question.report;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such match for whoever asks, or not yet such a round: 404 {@code not-found}. */
public final class RoundNotShown extends ApiProblem {
    RoundNotShown() {
        super(Status.NOT_FOUND, "not-found", "There is no such round for you.");
    }
}
