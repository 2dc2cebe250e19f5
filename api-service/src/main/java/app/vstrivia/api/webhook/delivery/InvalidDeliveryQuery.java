package app.vstrivia.api.webhook.delivery;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A parameter or field is not what it may be: 400 {@code invalid}. */
public final class InvalidDeliveryQuery extends ApiProblem {
    public InvalidDeliveryQuery(String parameter, String why) {
        this(new FieldViolation(parameter, "query", why));
    }

    private InvalidDeliveryQuery(FieldViolation violation) {
        super("invalid", violation);
    }

    public static InvalidDeliveryQuery since() {
        return new InvalidDeliveryQuery(FieldViolation.body("since", "must be of a year from 1970 to 9999"));
    }
}
