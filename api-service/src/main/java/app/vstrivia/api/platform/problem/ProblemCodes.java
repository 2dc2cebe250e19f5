package app.vstrivia.api.platform.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;

/** The catalogue of codes for what the framework refuses; a problem that has a code already keeps it. */
@ApplicationScoped
public class ProblemCodes implements ProblemPostProcessor {
    private static final Map<Integer, String> BY_STATUS = Map.ofEntries(
            Map.entry(400, "invalid"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(411, "length-required"),
            Map.entry(413, "too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(429, "too-many-requests"),
            Map.entry(503, "unavailable"));

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getParameters().containsKey(ApiProblem.CODE)) {
            return problem;
        }
        Status status = Status.fromStatusCode(problem.getStatusCode());
        HttpProblem.Builder coded = HttpProblem.builder()
                .withTitle(status == null ? problem.getTitle() : status.getReasonPhrase())
                .withStatus(problem.getStatusCode());
        problem.getHeaders().forEach(coded::withHeader);
        MismatchedInputException mismatch = find(context.cause, MismatchedInputException.class);
        if (mismatch != null && mismatch.getPath().isEmpty()) {
            return malformed(coded);
        }
        if (mismatch != null) {
            ApiProblem.FieldViolation violation =
                    ApiProblem.FieldViolation.body(pathOf(mismatch), "has a value that is not understood");
            return coded.with(ApiProblem.CODE, "invalid")
                    .with(ApiProblem.VIOLATIONS, List.of(violation))
                    .build();
        }
        if (find(context.cause, JsonParseException.class) != null
                || find(context.cause, JsonMappingException.class) != null) {
            return malformed(coded);
        }
        Object violations = problem.getParameters().get(ApiProblem.VIOLATIONS);
        if (violations != null) {
            coded.with(ApiProblem.VIOLATIONS, violations);
        }
        return coded.with(ApiProblem.CODE, BY_STATUS.getOrDefault(problem.getStatusCode(), "internal"))
                .build();
    }

    private static HttpProblem malformed(HttpProblem.Builder problem) {
        return problem.with(ApiProblem.CODE, "malformed")
                .withDetail("The body is not the JSON that is expected here.")
                .build();
    }

    private static String pathOf(JsonMappingException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
