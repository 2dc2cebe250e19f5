package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such question: 404 {@code not-found}. */
public final class QuestionNotFound extends ApiProblem {
    QuestionNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such question.");
    }
}
