package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** Somebody has as many quizzes as one may have, of one's own or of others: 409 {@code too-many-quizzes}. */
public final class TooManyQuizzes extends ApiProblem {
    public TooManyQuizzes() {
        super(ProblemCode.TOO_MANY_QUIZZES);
    }
}
