package app.vstrivia.api.media;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A parameter is not what it may be: 400 {@code invalid}. */
public final class InvalidMediaQuery extends ApiProblem {
    public InvalidMediaQuery(String parameter, String why) {
        super("invalid", new FieldViolation(parameter, "query", why));
    }
}
