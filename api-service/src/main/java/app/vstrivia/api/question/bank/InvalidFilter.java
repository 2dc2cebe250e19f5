package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A filter or a cursor is not what it may be: 400 {@code invalid}. */
public final class InvalidFilter extends ApiProblem {
    public InvalidFilter(String parameter, String why) {
        super("invalid", new FieldViolation(parameter, "query", why));
    }
}
