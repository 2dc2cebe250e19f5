package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The room has as many players as it can have: 409 {@code room-full}. */
public final class RoomFull extends ApiProblem {
    RoomFull() {
        super(Status.CONFLICT, "room-full", "The room is full.");
    }
}
