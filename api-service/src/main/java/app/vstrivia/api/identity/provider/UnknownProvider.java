package app.vstrivia.api.identity.provider;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** No such provider is configured: 404 {@code unknown-provider}. */
public final class UnknownProvider extends ApiProblem {
    UnknownProvider() {
        super(Status.NOT_FOUND, "unknown-provider", "There is no such sign-in provider.");
    }
}
