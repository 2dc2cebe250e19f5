package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The token is good for a moment still, but the device's access was taken: 401 {@code unauthenticated}. */
public final class AccessEnded extends ApiProblem {
    AccessEnded() {
        super(Status.UNAUTHORIZED, "unauthenticated", "The device has no access any more.");
    }
}
