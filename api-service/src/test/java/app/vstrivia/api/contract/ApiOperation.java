package app.vstrivia.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One operation of the document. */
record ApiOperation(OpenApi api, String method, String path, JsonNode node) {

    String id() {
        return node.path("operationId").asText();
    }

    List<JsonNode> parameters() {
        List<JsonNode> parameters = new ArrayList<>();
        node.path("parameters").forEach(parameter -> parameters.add(api.resolve(parameter)));
        return parameters;
    }

    /** The schema of the JSON body, if there is one. */
    Optional<JsonNode> bodySchema() {
        return Optional.ofNullable(node.at("/requestBody/content").get("application/json"))
                .map(type -> type.path("schema"));
    }

    boolean takesABody() {
        return node.has("requestBody");
    }

    /** Null if the document has no such answer. */
    JsonNode response(int status) {
        JsonNode response = node.path("responses").get(String.valueOf(status));
        return response == null ? null : api.resolve(response);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
