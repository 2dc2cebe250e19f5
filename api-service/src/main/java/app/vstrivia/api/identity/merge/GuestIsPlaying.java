package app.vstrivia.api.identity.merge;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A match of the guest is not over; the offer stays good: 409 {@code match-running}. */
public final class GuestIsPlaying extends ApiProblem {
    GuestIsPlaying() {
        super(Status.CONFLICT, "match-running", "Leave the match or room you are in, or finish it, and try again.");
    }
}
