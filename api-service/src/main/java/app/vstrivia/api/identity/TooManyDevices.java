package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** One more would be too many: 409 {@code too-many-devices}. */
public final class TooManyDevices extends ApiProblem {
    TooManyDevices() {
        super(Status.CONFLICT, "too-many-devices", "A player has at most " + DeviceService.MOST + " devices.");
    }
}
