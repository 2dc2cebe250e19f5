package app.vstrivia.api.quiz;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A part of a quiz is not what it may be: 400 {@code invalid}. */
public final class InvalidQuiz extends ApiProblem {
    /** @param field as a path into the body: {@code items[2].question} */
    public InvalidQuiz(String field, String why) {
        super("invalid", FieldViolation.body(field, why));
    }
}
