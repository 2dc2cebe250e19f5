package app.vstrivia.api.webhook;

import app.vstrivia.api.platform.problem.ApiProblem;

/** Somebody who is no admin wants to be told what happens to the whole system: 400 {@code invalid}. */
public final class ForAdmins extends ApiProblem {
    ForAdmins(WebhookKind kind) {
        super("invalid", FieldViolation.body("kinds", kind.wire() + " is for admins"));
    }
}
