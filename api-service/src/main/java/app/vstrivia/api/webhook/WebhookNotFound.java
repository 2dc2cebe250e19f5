package app.vstrivia.api.webhook;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such webhook, or not for the caller: 404 {@code not-found}. */
public final class WebhookNotFound extends ApiProblem {
    public WebhookNotFound() {
        super(Status.NOT_FOUND, "not-found", "There is no such webhook.");
    }
}
