package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A picture or video that cannot be shown with a question: 400 {@code invalid}. */
public final class InvalidMedium extends ApiProblem {
    public InvalidMedium(String field, String why) {
        super("invalid", FieldViolation.body(field, why));
    }
}
