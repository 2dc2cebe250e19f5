package app.vstrivia.api.identity.token;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The refresh token was never given or is not good any more: 401 {@code refresh-refused}. */
public final class RefreshTokenRefused extends ApiProblem {
    RefreshTokenRefused() {
        super(Status.UNAUTHORIZED, "refresh-refused", "The refresh token is not good any more. Sign in again.");
    }
}
