package app.vstrivia.api.media;

import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** A question of the bank shows it: 409 {@code medium-in-use}. */
public final class MediumInUse extends ApiProblem {
    MediumInUse() {
        super(Status.CONFLICT, "medium-in-use", "The picture or video belongs to a question of the bank.");
    }
}
