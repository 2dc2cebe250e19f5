package app.vstrivia.api.quiz.member;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** A quiz has as many members as one may have: 409 {@code too-many-members}. */
public final class TooManyMembers extends ApiProblem {
    TooManyMembers() {
        super(ProblemCode.TOO_MANY_MEMBERS);
    }
}
