package app.vstrivia.api.media;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Not everybody may see it: 409 {@code medium-not-approved}. */
public final class MediumNotApproved extends ApiProblem {
    MediumNotApproved() {
        super(
                Status.CONFLICT,
                "medium-not-approved",
                "Its picture or video is not ready, or moderation has not approved it.");
    }
}
