package app.vstrivia.api.identity.signin;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The player has no such identity: 404 {@code not-found}. */
public final class IdentityNotFound extends ApiProblem {
    IdentityNotFound() {
        super(Status.NOT_FOUND, "not-found", "You have no such identity.");
    }
}
