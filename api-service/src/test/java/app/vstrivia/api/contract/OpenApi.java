package app.vstrivia.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The committed document. In its schemas of answers nothing may be that is not described. */
final class OpenApi {
    static final Path FILE = Path.of("src/main/resources/META-INF/resources/v1/openapi.yaml");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode root;
    private final JsonNode closed;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private OpenApi(JsonNode root) {
        this.root = root;
        this.closed = root.path("components").deepCopy();
        closed.path("schemas").properties().stream()
                .filter(schema -> !schema.getKey().equals("Problem"))
                .map(Map.Entry::getValue)
                .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    static OpenApi read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenApi parse(String yaml) {
        try {
            return new OpenApi(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** All operations, in the document's order. */
    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(new ApiOperation(
                        this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** What addresses call those things that {@code path} lists or makes: {@code webhookId} for {@code /v1/webhooks}. */
    Optional<String> nameOfThings(String path) {
        String things = Stream.of(path.split("/"))
                .filter(part -> !part.startsWith("{"))
                .reduce((earlier, later) -> later)
                .orElse("");
        Pattern thing = Pattern.compile(".*/" + Pattern.quote(things) + "/\\{(\\w+)}.*");
        return root.path("paths").properties().stream()
                .map(one -> thing.matcher(one.getKey()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** What a JSON Schema validator has against {@code value}. */
    List<Error> violations(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema.toString(), text -> compile(schema))
                .validate(value);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", closed);
        return SCHEMAS.getSchema(whole);
    }
}
