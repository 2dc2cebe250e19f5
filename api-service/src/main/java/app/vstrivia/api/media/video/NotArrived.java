package app.vstrivia.api.media.video;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The video has not been put into the bucket: 409 {@code not-arrived}. */
public final class NotArrived extends ApiProblem {
    NotArrived() {
        super(Status.CONFLICT, "not-arrived", "The video is not there yet; put it where the link says.");
    }
}
