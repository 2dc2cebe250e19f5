package app.vstrivia.api.identity.role;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The code is not good, any more or at all, and the answer does not tell which: 403 {@code claim-refused}. */
public final class ClaimRefused extends ApiProblem {
    ClaimRefused() {
        super(Status.FORBIDDEN, "claim-refused", "The link is not good any more.");
    }
}
