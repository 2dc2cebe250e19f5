package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such quiz, or not for whoever asks: 404 {@code not-found}. */
public final class QuizNotFound extends ApiProblem {
    QuizNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such quiz.");
    }
}
