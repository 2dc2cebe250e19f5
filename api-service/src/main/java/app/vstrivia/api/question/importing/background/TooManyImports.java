package app.vstrivia.api.question.importing.background;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** Others of the caller have to end first: 409 {@code too-many-imports}. */
public final class TooManyImports extends ApiProblem {
    TooManyImports() {
        super(ProblemCode.TOO_MANY_IMPORTS);
    }
}
