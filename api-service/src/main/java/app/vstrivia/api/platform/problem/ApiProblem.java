package app.vstrivia.api.platform.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;

/**
 * What a feature throws when a request cannot be done. The code is a promise to clients and never changes; the detail is
 * for people and may.
 */
public abstract class ApiProblem extends HttpProblem {
    /** The member that carries the code. */
    static final String CODE = "code";

    /** The member that lists what is wrong with which field. */
    static final String VIOLATIONS = "violations";

    protected ApiProblem(Status status, String code, String detail) {
        super(of(status, code, detail));
    }

    /** With what the catalogue says of {@code code}. */
    protected ApiProblem(ProblemCode code) {
        super(HttpProblem.builder()
                .withTitle(code.title())
                .withStatus(code.status())
                .withDetail(code.meaning())
                .with(CODE, code.code()));
    }

    /** For a condition that passes by itself: clients may try again after {@code retryAfterSeconds}. */
    protected ApiProblem(Status status, String code, String detail, long retryAfterSeconds) {
        super(of(status, code, detail).withHeader("Retry-After", retryAfterSeconds));
    }

    /** For a problem with a way out: {@code member} carries it. */
    protected ApiProblem(Status status, String code, String detail, String member, Object wayOut) {
        super(of(status, code, detail).with(member, wayOut));
    }

    /** The same, with headers that tell more. */
    protected ApiProblem(
            Status status, String code, String detail, long retryAfterSeconds, Map<String, String> headers) {
        super(withHeaders(of(status, code, detail).withHeader("Retry-After", retryAfterSeconds), headers));
    }

    /** For input that breaks a rule which no annotation can express. */
    protected ApiProblem(String code, FieldViolation violation) {
        super(of(Status.BAD_REQUEST, code, violation.message()).with(VIOLATIONS, List.of(violation)));
    }

    private static Builder withHeaders(Builder problem, Map<String, String> headers) {
        headers.forEach(problem::withHeader);
        return problem;
    }

    private static Builder of(Status status, String code, String detail) {
        return HttpProblem.builder()
                .withTitle(status.getReasonPhrase())
                .withStatus(status)
                .withDetail(detail)
                .with(CODE, code);
    }

    /** A field of the body and what is wrong with it, in the shape that bean validation's problems have. */
    public record FieldViolation(String field, String in, String message) {
        public static FieldViolation body(String field, String message) {
            return new FieldViolation(field, "body", message);
        }
    }
}
