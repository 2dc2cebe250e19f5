package app.vstrivia.api.identity.signin;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** One more would be too many: 409 {@code too-many-identities}. */
public final class TooManyIdentities extends ApiProblem {
    TooManyIdentities() {
        super(Status.CONFLICT, "too-many-identities", "A player has at most " + IdentityLinks.MOST + " identities.");
    }
}
