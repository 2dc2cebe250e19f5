package app.vstrivia.api.moderation;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A parameter is not what it may be: 400 {@code invalid}. */
public final class InvalidReviewQuery extends ApiProblem {
    public InvalidReviewQuery(String parameter, String why) {
        super("invalid", new FieldViolation(parameter, "query", why));
    }
}
