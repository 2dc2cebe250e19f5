package app.vstrivia.api.identity.signin;

import app.vstrivia.api.identity.merge.MergeOffer;
import app.vstrivia.api.platform.problem.ApiProblem;
import jakarta.ws.rs.core.Response.Status;

/** The identity belongs to another player: 409 {@code identity-taken}, with an offer to become that one ({@code merge}). */
public final class IdentityTaken extends ApiProblem {
    IdentityTaken(MergeOffer offer) {
        super(
                Status.CONFLICT,
                "identity-taken",
                "This identity belongs to another player. You may merge the present one into it.",
                "merge",
                offer);
    }
}
