package app.vstrivia.api.platform.openapi;

import app.vstrivia.api.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that operations have by what they are: a thing is created by 201, and has a tag where there is a 304. */
final class Headers {
    static final String IF_MATCH = "If-Match";

    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String IF_NONE_MATCH = "IfNoneMatch";
    private static final String ETAG = "ETag";

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
        if (tagged || hasIfMatch(operation)) {
            ok.addHeader(ETAG, tag());
        }
        if (tagged) {
            operation.getResponses().getAPIResponse("304").addHeader(ETAG, tag());
        }
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
