package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** A question would become the same as another one: 409 {@code question-exists}. */
public final class QuestionExists extends ApiProblem {
    QuestionExists() {
        super(ProblemCode.QUESTION_EXISTS);
    }
}
