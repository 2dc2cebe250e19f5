package app.vstrivia.api.identity.role;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** There is no such role to give or take: 404 {@code no-such-role}. */
public final class NoSuchRole extends ApiProblem {
    NoSuchRole() {
        super(Status.NOT_FOUND, "no-such-role", "The roles are author, moderator and admin.");
    }
}
