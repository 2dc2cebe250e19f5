package app.vstrivia.api.quiz.member;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A quiz has one owner, who stays that: 409 {@code conflict}. */
public final class OwnerStays extends ApiProblem {
    OwnerStays() {
        super(Status.CONFLICT, "conflict", "The owner of a quiz stays its owner.");
    }
}
