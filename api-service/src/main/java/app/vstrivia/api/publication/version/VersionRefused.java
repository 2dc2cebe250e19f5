package app.vstrivia.api.publication.version;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A version shows what was refused since: 409 {@code conflict}. */
public final class VersionRefused extends ApiProblem {
    VersionRefused() {
        super(
                Status.CONFLICT,
                "conflict",
                "Something that the version shows is not approved any more; publish the quiz again.");
    }
}
