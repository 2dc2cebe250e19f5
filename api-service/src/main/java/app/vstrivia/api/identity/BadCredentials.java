package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The device is unknown or its secret is wrong, and the answer does not tell which: 401 {@code unauthenticated}. */
public final class BadCredentials extends ApiProblem {
    BadCredentials() {
        super(Status.UNAUTHORIZED, "unauthenticated", "The device or its secret is not right.");
    }
}
