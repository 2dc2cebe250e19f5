package app.vstrivia.api.match;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** The settings ask for types of questions that matches do not have at the moment: 409 {@code types-not-offered}. */
public final class TypesNotOffered extends ApiProblem {
    TypesNotOffered() {
        super(ProblemCode.TYPES_NOT_OFFERED);
    }
}
