package app.vstrivia.api.platform.revision;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** The thing has changed since {@code If-Match} was true: 412 {@code precondition-failed}. */
public final class PreconditionFailed extends ApiProblem {
    public PreconditionFailed() {
        super(ProblemCode.PRECONDITION_FAILED);
    }
}
