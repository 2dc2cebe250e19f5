package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The secret that should be replaced is not the device's: 403 {@code secret-refused}; another token would not help. */
public final class SecretRefused extends ApiProblem {
    SecretRefused() {
        super(Status.FORBIDDEN, "secret-refused", "That is not the secret of this device.");
    }
}
