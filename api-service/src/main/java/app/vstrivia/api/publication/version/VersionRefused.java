package app.vstrivia.api.publication.version;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Moderation refuses what a version shows by now: 409 {@code conflict}. */
public final class VersionRefused extends ApiProblem {
    VersionRefused() {
        super(Status.CONFLICT, "conflict", "One of the version's pictures or videos is not approved any more.");
    }
}
