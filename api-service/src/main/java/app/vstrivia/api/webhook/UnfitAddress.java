package app.vstrivia.api.webhook;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** The address is none that everybody can reach: 422 {@code unfit-address}. */
public final class UnfitAddress extends ApiProblem {
    UnfitAddress() {
        super(ProblemCode.UNFIT_ADDRESS);
    }
}
