package app.vstrivia.api.match;

import app.vstrivia.api.platform.problem.ApiProblem;

/** An answer that cannot be meant: 400 {@code invalid}. */
public final class InvalidAnswer extends ApiProblem {
    InvalidAnswer(String why) {
        super("invalid", FieldViolation.body("", why));
    }
}
