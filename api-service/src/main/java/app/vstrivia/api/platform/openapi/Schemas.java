package app.vstrivia.api.platform.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says of the schemas what types alone do not: identifiers are texts, and what an answer holds is always there, unless it
 * may be null.
 */
final class Schemas {
    private static final String PREFIX = "#/components/schemas/";

    /** What types of the wire, which say it to Jackson alone, leave out where there is nothing. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "GivenAnswer", Set.of("value", "order", "text"),
            "ShownSolution", Set.of("value", "tolerance", "order", "accepted"));

    private Schemas() {}

    static void complete(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        for (String name : List.of("HttpProblem", "HttpValidationProblem", "Violation")) {
            api.getComponents().removeSchema(name);
        }
        for (Map.Entry<String, Schema> schema : Map.copyOf(schemas).entrySet()) {
            if (isIdentifier(schema.getValue())) {
                api.getComponents()
                        .addSchema(
                                schema.getKey(),
                                OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .format("uuid"));
            }
        }
        for (String name : answered(api)) {
            requireAll(api.getComponents().getSchemas().get(name), LEFT_OUT.getOrDefault(name, Set.of()));
        }
    }

    /** A record of one UUID, which is written as that. */
    private static boolean isIdentifier(Schema schema) {
        return schema.getProperties() != null
                && schema.getProperties().keySet().equals(Set.of("value"))
                && (PREFIX + "UUID").equals(schema.getProperties().get("value").getRef());
    }

    private static void requireAll(Schema schema, Set<String> leftOut) {
        if (schema.getProperties() != null && schema.getRequired() == null) {
            schema.getProperties().forEach((name, property) -> {
                if (!isNullable(property) && !leftOut.contains(name)) {
                    schema.addRequired(name);
                }
            });
        }
    }

    private static boolean isNullable(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL)
                || Stream.of(schema.getAnyOf(), schema.getOneOf())
                        .filter(alternatives -> alternatives != null)
                        .flatMap(List::stream)
                        .anyMatch(Schemas::isNullable);
    }

    /** The names of the schemas that answers of success are made of. */
    private static Set<String> answered(OpenAPI api) {
        Set<String> names = new LinkedHashSet<>();
        Deque<Schema> open = new ArrayDeque<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getResponses)
                .flatMap(responses -> responses.getAPIResponses().values().stream())
                .map(response -> response.getContent())
                .filter(content -> content != null)
                .map(Content::getMediaTypes)
                .flatMap(types -> types.values().stream())
                .map(MediaType::getSchema)
                .filter(schema -> schema != null)
                .forEach(open::add);
        while (!open.isEmpty()) {
            Schema schema = open.poll();
            parts(schema).forEach(open::add);
            if (schema.getRef() != null) {
                String name = schema.getRef().substring(PREFIX.length());
                Schema target = api.getComponents().getSchemas().get(name);
                if (target != null && names.add(name)) {
                    open.add(target);
                }
            }
        }
        return names;
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getAnyOf(),
                        schema.getOneOf(),
                        schema.getAllOf(),
                        schema.getItems() == null ? null : List.of(schema.getItems()),
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values())
                .filter(parts -> parts != null)
                .flatMap(parts -> parts.stream());
    }
}
