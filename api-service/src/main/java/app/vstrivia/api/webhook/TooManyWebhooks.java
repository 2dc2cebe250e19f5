package app.vstrivia.api.webhook;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** Somebody has as many webhooks as one may have: 409 {@code too-many-webhooks}. */
public final class TooManyWebhooks extends ApiProblem {
    TooManyWebhooks() {
        super(ProblemCode.TOO_MANY_WEBHOOKS);
    }
}
