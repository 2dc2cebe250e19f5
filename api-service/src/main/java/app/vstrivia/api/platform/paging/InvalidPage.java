package app.vstrivia.api.platform.paging;

import app.vstrivia.api.platform.problem.ApiProblem;

/** {@code limit} or {@code cursor} is not what it may be: 400 {@code invalid}. */
final class InvalidPage extends ApiProblem {
    InvalidPage(String parameter, String why) {
        super("invalid", new FieldViolation(parameter, "query", why));
    }
}
