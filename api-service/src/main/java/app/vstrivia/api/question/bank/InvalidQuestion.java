package app.vstrivia.api.question.bank;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A question that could not be played: 400 {@code invalid}. */
public final class InvalidQuestion extends ApiProblem {
    public InvalidQuestion(String why) {
        super("invalid", FieldViolation.body("question", why));
    }
}
