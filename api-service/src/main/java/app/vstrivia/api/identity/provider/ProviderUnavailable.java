package app.vstrivia.api.identity.provider;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The provider's keys cannot be had at the moment: 503 {@code provider-unavailable}. */
public final class ProviderUnavailable extends ApiProblem {
    ProviderUnavailable() {
        super(
                Status.SERVICE_UNAVAILABLE,
                "provider-unavailable",
                "The sign-in provider does not answer. Try again later.",
                IssuerKeys.ASK_AGAIN_AFTER.toSeconds());
    }
}
