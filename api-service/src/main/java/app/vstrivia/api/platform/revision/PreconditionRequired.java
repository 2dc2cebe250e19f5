package app.vstrivia.api.platform.revision;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** An edit must say which revision it changes: 428 {@code precondition-required}. */
public final class PreconditionRequired extends ApiProblem {
    public PreconditionRequired() {
        super(ProblemCode.PRECONDITION_REQUIRED);
    }
}
