package app.vstrivia.api.audit;

import app.vstrivia.api.platform.problem.ApiProblem;

/** A part of the query is not what it should be: 400 {@code invalid}. */
public final class InvalidAuditQuery extends ApiProblem {
    InvalidAuditQuery(String parameter) {
        super("invalid", new FieldViolation(parameter, "query", "has a value that is not understood"));
    }
}
