package app.vstrivia.api.platform.idempotency;

import app.vstrivia.api.platform.problem.ApiProblem;

/** The {@code Idempotency-Key} is not what a key may be: 400 {@code invalid}. */
final class InvalidIdempotencyKey extends ApiProblem {
    InvalidIdempotencyKey(String why) {
        super("invalid", new FieldViolation(Idempotent.HEADER, "header", why));
    }
}
