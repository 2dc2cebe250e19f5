package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.problem.ApiProblem;
import app.vstrivia.api.platform.problem.ProblemCode;

/** Nothing is sent to the webhook until it is enabled: 409 {@code webhook-disabled}. */
public final class WebhookDisabled extends ApiProblem {
    WebhookDisabled() {
        super(ProblemCode.WEBHOOK_DISABLED);
    }
}
