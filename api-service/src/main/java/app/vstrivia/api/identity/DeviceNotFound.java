package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The player has no such device: 404 {@code not-found}. */
public final class DeviceNotFound extends ApiProblem {
    DeviceNotFound() {
        super(Status.NOT_FOUND, "not-found", "You have no such device.");
    }
}
