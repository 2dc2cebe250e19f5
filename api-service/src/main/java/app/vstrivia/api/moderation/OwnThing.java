package app.vstrivia.api.moderation;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** Somebody tried to decide on what is his own: 403 {@code own-thing}. */
public final class OwnThing extends ApiProblem {
    public OwnThing() {
        super(Status.FORBIDDEN, "own-thing", "Somebody else has to decide on what is yours.");
    }
}
