package app.vstrivia.realtime.protocol;

import app.vstrivia.model.protocol.ProtocolCodec;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The AsyncAPI document; its messages and the data of its events go by names as those of the golden files. */
final class AsyncApi {
    private static final Path FILE = Path.of("src/main/resources/META-INF/resources/v1/asyncapi.yaml");

    private static final Path GOLDEN = Path.of("../shared-model/src/test/resources/golden");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private final JsonNode root;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AsyncApi parse(String yaml) {
        try {
            return new AsyncApi(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The golden files by name, without their suffix. */
    static TreeMap<String, JsonNode> golden() {
        TreeMap<String, JsonNode> golden = new TreeMap<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                golden.put(
                        file.getFileName().toString().replace(".json", ""), ProtocolCodec.tree(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    Set<String> keys(String pointer) {
        Set<String> keys = new TreeSet<>();
        at(pointer).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Where the schema of a message ({@code client-hello}) or of an event's data ({@code event-paused}) stands. */
    static String pointerTo(String name) {
        return isData(name) ? "/components/schemas/" + name : "/components/messages/" + name + "/payload";
    }

    /** The same for a golden file, of which a message may have several. */
    static String pointerTo(String file, JsonNode golden) {
        return pointerTo(nameOf(file, golden));
    }

    /** What the document gives as examples of what the golden file is one of. */
    List<JsonNode> examples(String file, JsonNode golden) {
        List<JsonNode> examples = new ArrayList<>();
        if (isData(file)) {
            at("/components/schemas/" + file + "/examples").forEach(examples::add);
        } else {
            at("/components/messages/" + nameOf(file, golden) + "/examples")
                    .forEach(example -> examples.add(example.path("payload")));
        }
        // Written and read again, for the readers of YAML and of JSON differ in how wide a number they make.
        return examples.stream()
                .map(example -> ProtocolCodec.tree(example.toString()))
                .toList();
    }

    private static String nameOf(String file, JsonNode golden) {
        return isData(file)
                ? file
                : file.replaceFirst("-.*", "-") + golden.path("type").asText();
    }

    private static boolean isData(String name) {
        return name.startsWith("event-");
    }

    /** The schema itself, or the one that it refers to. */
    JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? at(schema.get("$ref").asText().substring(1)) : schema;
    }

    /** What a JSON Schema validator has against {@code value}. */
    List<Error> violations(String pointer, JsonNode value) {
        return schemas.computeIfAbsent(pointer, this::schema).validate(value);
    }

    private Schema schema(String pointer) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("allOf").addObject().put("$ref", "#" + pointer);
        schema.set("components", root.get("components"));
        return SCHEMAS.getSchema(schema);
    }
}
