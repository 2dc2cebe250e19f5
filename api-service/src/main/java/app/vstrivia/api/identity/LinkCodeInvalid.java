package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The code was never given, is used or has expired, and the answer does not tell which: 401 {@code link-code-invalid}. */
public final class LinkCodeInvalid extends ApiProblem {
    LinkCodeInvalid() {
        super(Status.UNAUTHORIZED, "link-code-invalid", "The code is not right, or was used, or has expired.");
    }
}
