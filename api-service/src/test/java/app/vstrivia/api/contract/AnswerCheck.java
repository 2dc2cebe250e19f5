package app.vstrivia.api.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether an answer is one that the document knows. */
final class AnswerCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|app\\.vstrivia|jackson|java\\.|quarkus|SELECT |at \\w+\\.", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** What tells clients to wait. */
    private static final List<String> LIMITS = List.of("RateLimit", "RateLimit-Policy", "Retry-After");

    private final OpenApi api;

    AnswerCheck(OpenApi api) {
        this.api = api;
    }

    /** What is wrong with the answer, if anything. */
    Optional<String> fault(ApiOperation operation, HttpResponse<String> answer) {
        JsonNode described = operation.response(answer.statusCode());
        String body = answer.body();
        if (answer.statusCode() >= 500 && !isRoundClosing(operation, answer)) {
            return Optional.of("a fault of the service");
        }
        if (described == null) {
            return Optional.of("a status that is not described");
        }
        if (answer.headers().firstValue("X-Request-Id").isEmpty()) {
            return Optional.of("no X-Request-Id");
        }
        Optional<String> limits = ofLimits(described, answer);
        if (limits.isPresent()) {
            return limits;
        }
        if (described.path("content").isEmpty()) {
            return body.isEmpty() ? Optional.empty() : Optional.of("a body that is not described");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (!described.path("content").has(type)) {
            return Optional.of("the media type '" + type + "' is not described");
        }
        if (type.equals("application/octet-stream")) {
            return Optional.empty(); // a file, whose tests are elsewhere
        }
        JsonNode schema = described.path("content").path(type).path("schema");
        return type.equals("application/x-ndjson")
                ? ofLines(schema.path("items"), body)
                : ofJson(described, schema, body);
    }

    /** An answer of its own for a moment that passes: no fault of the service. */
    private static boolean isRoundClosing(ApiOperation operation, HttpResponse<String> answer) {
        return operation.id().equals("answer")
                && answer.statusCode() == 503
                && answer.body().contains("\"round-closing\"");
    }

    private Optional<String> ofLimits(JsonNode described, HttpResponse<String> answer) {
        int status = answer.statusCode();
        for (String name : LIMITS) {
            JsonNode header = described.path("headers").get(name);
            Optional<String> value = answer.headers().firstValue(name);
            if (value.isEmpty() && (status == 429 || status == 503 && name.equals("Retry-After"))) {
                return Optional.of("no " + name);
            }
            if (value.isPresent() && header == null && status < 400) {
                return Optional.of(name + " is not described");
            }
            if (value.isPresent() && header != null) {
                JsonNode schema = api.resolve(header).path("schema");
                List<Error> violations = api.violations(schema, node(value.get()));
                if (!violations.isEmpty()) {
                    return Optional.of(name + " is '" + value.get() + "': " + violations);
                }
            }
        }
        return Optional.empty();
    }

    private static JsonNode node(String value) {
        return NUMBER.matcher(value).matches() ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value);
    }

    private Optional<String> ofLines(JsonNode schema, String body) {
        return body.lines()
                .filter(line -> !line.isBlank())
                .map(line -> ofJson(null, schema, line))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> ofJson(JsonNode described, JsonNode schema, String body) {
        JsonNode value;
        try {
            value = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON");
        }
        List<Error> violations = api.violations(schema, value);
        if (!violations.isEmpty()) {
            return Optional.of(violations.toString());
        }
        JsonNode codes = described == null ? null : described.get("x-problem-codes");
        if (codes != null) {
            if (codes.valueStream().noneMatch(value.path("code")::equals)) {
                return Optional.of("the code is not described, only " + codes);
            }
            if (INSIDE.matcher(
                            value.path("detail").asText() + value.path("title").asText())
                    .find()) {
                return Optional.of("something of the inside");
            }
        }
        return Optional.empty();
    }
}
