package app.vstrivia.api.identity.merge;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The token is not the caller's, was used or has expired, or the identity was unlinked: 403 {@code merge-refused}. */
public final class MergeRefused extends ApiProblem {
    MergeRefused() {
        super(Status.FORBIDDEN, "merge-refused", "The offer is not good any more. Link the identity again.");
    }
}
