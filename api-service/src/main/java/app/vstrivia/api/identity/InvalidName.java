package app.vstrivia.api.identity;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A display name breaks a rule: 400 {@code invalid}. */
public final class InvalidName extends ApiProblem {
    InvalidName(String why) {
        super("invalid", FieldViolation.body("name", why));
    }
}
