package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The PIN is wrong, or its match is over: 404 {@code no-such-room}. */
public final class NoSuchRoom extends ApiProblem {
    NoSuchRoom() {
        super(Status.NOT_FOUND, "no-such-room", "No room is open under this PIN.");
    }
}
