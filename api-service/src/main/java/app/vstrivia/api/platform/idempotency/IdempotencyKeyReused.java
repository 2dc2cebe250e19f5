package app.vstrivia.api.platform.idempotency;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** The key was used for another body before: 422 {@code idempotency-key-reused}. */
final class IdempotencyKeyReused extends ApiProblem {
    IdempotencyKeyReused() {
        super(ProblemCode.IDEMPOTENCY_KEY_REUSED);
    }
}
