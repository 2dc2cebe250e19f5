package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.question.QuestionStatus;
import jakarta.ws.rs.core.Response.Status;

/** A question cannot become this from what it is now: 409 {@code wrong-status}. */
public final class WrongStatus extends ApiProblem {
    /** It is not one to be corrected. */
    WrongStatus(QuestionStatus status) {
        super(
                Status.CONFLICT,
                "wrong-status",
                "A question is corrected while it is a draft or in review, and this one is " + status.wire()
                        + ": send it back first.");
    }

    WrongStatus(QuestionStatus from, QuestionStatus to) {
        super(
                Status.CONFLICT,
                "wrong-status",
                "A question does not become " + to.wire() + " from " + from.wire() + ".");
    }
}
