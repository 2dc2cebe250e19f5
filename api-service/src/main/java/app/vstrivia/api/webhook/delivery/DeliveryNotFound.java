package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The webhook has no such delivery: 404 {@code not-found}. */
public final class DeliveryNotFound extends ApiProblem {
    DeliveryNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such delivery.");
    }
}
