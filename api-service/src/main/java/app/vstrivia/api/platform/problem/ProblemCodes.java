package app.vstrivia.api.platform.problem;

import app.vstrivia.api.platform.requestid.RequestIds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Gives what the framework refuses a code of the catalogue, and every problem the id of its request; a problem that has a
 * code already keeps it.
 */
@ApplicationScoped
public class ProblemCodes implements ProblemPostProcessor {
    /** The member that carries the id of the request. */
    static final String REQUEST_ID = "requestId";

    private final CurrentVertxRequest request;
    private final AllowedMethods allowed;

    ProblemCodes(CurrentVertxRequest request, AllowedMethods allowed) {
        this.request = request;
        this.allowed = allowed;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem own = hasCode(problem) ? problem : find(context.cause, HttpProblem.class);
        HttpProblem.Builder result =
                own != null && hasCode(own) ? HttpProblem.builder(own) : coded(problem, context.cause);
        if (problem.getStatusCode() == ProblemCode.METHOD_NOT_ALLOWED.status()) {
            result.withHeader("Allow", allowed.at(context.path));
        }
        String id = RequestIds.of(request.getCurrent());
        return (id == null ? result : result.with(REQUEST_ID, id)).build();
    }

    private static boolean hasCode(HttpProblem problem) {
        return problem.getParameters().containsKey(ApiProblem.CODE);
    }

    /** Of what the framework says only the status, the headers and the violations get out. */
    private static HttpProblem.Builder coded(HttpProblem problem, Throwable cause) {
        HttpProblem.Builder coded = HttpProblem.builder()
                .withTitle(HttpResponseStatus.valueOf(problem.getStatusCode()).reasonPhrase())
                .withStatus(problem.getStatusCode());
        problem.getHeaders().forEach(coded::withHeader);
        if (find(cause, StreamConstraintsException.class) != null) {
            return with(coded, ProblemCode.TOO_COMPLEX);
        }
        MismatchedInputException mismatch = find(cause, MismatchedInputException.class);
        boolean named = mismatch != null && !mismatch.getPath().isEmpty();
        if (!named && find(cause, JsonProcessingException.class) != null) {
            return with(coded, ProblemCode.MALFORMED);
        }
        if (named) {
            ApiProblem.FieldViolation violation =
                    ApiProblem.FieldViolation.body(pathOf(mismatch), "has a value that is not understood");
            return with(coded, ProblemCode.INVALID).with(ApiProblem.VIOLATIONS, List.of(violation));
        }
        Object violations = problem.getParameters().get(ApiProblem.VIOLATIONS);
        if (violations != null) {
            coded.with(ApiProblem.VIOLATIONS, violations);
        }
        return with(coded, ProblemCode.ofStatus(problem.getStatusCode()));
    }

    private static HttpProblem.Builder with(HttpProblem.Builder problem, ProblemCode code) {
        return problem.withDetail(code.meaning()).with(ApiProblem.CODE, code.code());
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
