package app.vstrivia.api.room;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A room is asked to draw questions and to play a quiz: 400 {@code invalid}. */
public final class InvalidOpening extends ApiProblem {
    public InvalidOpening() {
        super("invalid", FieldViolation.body("quiz", "has settings of its own: name either a quiz or settings"));
    }
}
