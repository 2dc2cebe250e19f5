package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Somebody has as many quizzes as one may have: 409 {@code too-many-quizzes}. */
public final class TooManyQuizzes extends ApiProblem {
    public TooManyQuizzes(int most) {
        super(Status.CONFLICT, "too-many-quizzes", "Nobody has more than " + most + " quizzes; the trash counts.");
    }
}
