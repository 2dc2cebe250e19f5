package app.vstrivia.api.publication.version;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Whoever moderates has taken the version down, or one that is the same: 409 {@code version-taken-down}. */
public final class VersionTakenDown extends ApiProblem {
    VersionTakenDown() {
        super(
                Status.CONFLICT,
                "version-taken-down",
                "A moderator has taken this down; the list of versions may say why. Change it before it is published again.");
    }
}
