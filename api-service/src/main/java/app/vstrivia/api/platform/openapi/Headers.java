package app.vstrivia.api.platform.openapi;

import app.vstrivia.api.platform.idempotency.Idempotent;
import app.vstrivia.api.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The headers that operations have by what they are: a thing is created by 201, has a tag where there is a 304, and is
 * counted unless it only reads.
 */
final class Headers {
    static final String IF_MATCH = "If-Match";

    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String IF_NONE_MATCH = "IfNoneMatch";
    private static final String ETAG = "ETag";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String RATE_LIMIT = "RateLimit";
    private static final String RATE_LIMIT_POLICY = "RateLimit-Policy";

    private Headers() {}

    static void describe(Components components) {
        components.addParameter(
                IDEMPOTENCY_KEY,
                header(
                        Idempotent.HEADER,
                        "Sent again with the same key and body, the request has the same answer again, for 24 hours."
                                + " Without a token the key must be hard to guess: a random UUID.",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .minLength(1)
                                .maxLength(255)
                                .pattern("^[!-~]+$")));
        components.addParameter(
                IF_NONE_MATCH,
                header(
                        "If-None-Match",
                        "The tag of what the client has; 304 if it is still the same.",
                        OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        components.addHeader(
                ETAG,
                OASFactory.createHeader()
                        .description("The revision, for If-Match and If-None-Match")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        components.addHeader(
                RETRY_AFTER,
                OASFactory.createHeader()
                        .description("After how many seconds to try again")
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int64")
                                .minimum(BigDecimal.ZERO)));
        components.addHeader(
                RATE_LIMIT,
                OASFactory.createHeader()
                        .description(
                                "What is left of the limit, and in how many seconds there is more; problems of what"
                                        + " is counted have it, too, unless nobody can say it at the moment")
                        .schema(text("^\"[a-z]+(-[a-z]+)*\";r=\\d+;t=\\d+$")));
        components.addHeader(
                RATE_LIMIT_POLICY,
                OASFactory.createHeader()
                        .description("The limit: how often at once, and in how many seconds that comes back")
                        .schema(text("^\"[a-z]+(-[a-z]+)*\";q=\\d+;w=\\d+$")));
    }

    private static Schema text(String pattern) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).pattern(pattern);
    }

    static void addTo(PathItem.HttpMethod method, Operation operation) {
        if (creates(operation)) {
            operation.addParameter(OASFactory.createParameter().ref(IDEMPOTENCY_KEY));
        }
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        boolean tagged = operation.getResponses().getAPIResponse("304") != null;
        if (tagged && method == PathItem.HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter().ref(IF_NONE_MATCH));
        }
        if (ok != null && (tagged || hasIfMatch(operation))) {
            ok.addHeader(ETAG, tag());
        }
        if (tagged) {
            operation.getResponses().getAPIResponse("304").addHeader(ETAG, tag());
        }
        if (isCounted(method, operation)) {
            operation.getResponses().getAPIResponses().entrySet().stream()
                    .filter(response -> response.getKey().compareTo("300") < 0)
                    .forEach(response -> addLimit(response.getValue()));
        }
    }

    /** What changes something is, and what says that it has a limit by saying 429. */
    private static boolean isCounted(PathItem.HttpMethod method, Operation operation) {
        return method != PathItem.HttpMethod.GET || operation.getResponses().getAPIResponse("429") != null;
    }

    /** The headers of a problem with one of these codes, which have one status. */
    static void addTo(APIResponse problem, Set<ProblemCode> codes) {
        if (codes.stream().anyMatch(Headers::passes)) {
            problem.addHeader(RETRY_AFTER, OASFactory.createHeader().ref(RETRY_AFTER));
        }
        if (codes.contains(ProblemCode.TOO_MANY_REQUESTS)) {
            addLimit(problem);
        }
    }

    private static boolean passes(ProblemCode code) {
        return switch (code) {
            case BOT_TOO_EARLY, REQUEST_IN_PROGRESS, TOO_MANY_REQUESTS -> true;
            default -> code.status() == 503;
        };
    }

    private static void addLimit(APIResponse response) {
        response.addHeader(RATE_LIMIT, OASFactory.createHeader().ref(RATE_LIMIT))
                .addHeader(RATE_LIMIT_POLICY, OASFactory.createHeader().ref(RATE_LIMIT_POLICY));
    }

    static boolean creates(Operation operation) {
        return operation.getResponses().getAPIResponse("201") != null;
    }

    static boolean hasIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> IF_MATCH.equals(parameter.getName()));
    }

    private static Header tag() {
        return OASFactory.createHeader().ref(ETAG);
    }

    private static Parameter header(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(schema);
    }
}
