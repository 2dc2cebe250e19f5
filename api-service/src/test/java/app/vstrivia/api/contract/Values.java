package app.vstrivia.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes values: what a schema asks for, and what no schema would. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] TEXTS = {
        "",
        " ",
        "Ada",
        "null",
        "0",
        "\u0000",
        "\ud800",
        "\u202eabc",
        "é\u0301",
        "😀😀😀",
        "<script>",
        "' OR 1=1 --",
        "../..",
        "%00",
        "\uffff",
        "en",
        "018f0000-0000-7000-8000-000000000001",
        "1-1-1-1-1",
        "042042",
        "\r\nSet-Cookie: a=b",
        "𝒜𝒷𝒸",
        "a\tb"
    };

    private final OpenApi api;
    private final Random random;
    private final Seen seen;

    Values(OpenApi api, Random random, Seen seen) {
        this.api = api;
        this.random = random;
        this.seen = seen;
    }

    /** A value that the schema takes; {@code name} is the field's. */
    JsonNode fitting(String name, JsonNode given) {
        JsonNode schema = api.resolve(given);
        JsonNode alternatives = schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf");
        if (!alternatives.isEmpty()) {
            return fitting(name, alternatives.get(random.nextInt(alternatives.size())));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (typeOf(schema)) {
            case "object" -> object(schema);
            case "array" -> {
                ArrayNode array = JSON.arrayNode();
                int least = schema.path("minItems").asInt(0);
                for (int i = random.nextInt(4) + least; i > 0; i--) {
                    array.add(fitting(name, schema.path("items")));
                }
                yield array;
            }
            case "integer" -> {
                int least = schema.path("minimum").asInt(0);
                int most = schema.path("maximum").asInt(least + 20);
                // The least is what fits most often: the first revision, the first round.
                yield JSON.numberNode(random.nextBoolean() ? least : least + random.nextInt(most - least + 1));
            }
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        JsonNode together = random.nextBoolean() ? seen.anyObject(random) : JSON.missingNode();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
                String name = property.getKey();
                object.set(
                        name,
                        together.path(name).isTextual() ? together.get(name) : fitting(name, property.getValue()));
            }
        });
        return object;
    }

    private String text(String name, JsonNode schema) {
        String known = seen.any(name, random);
        if (known != null && random.nextInt(4) > 0) {
            return known;
        }
        if (name.equals("language")) {
            return "en"; // no word is one
        }
        if (name.equals("url")) {
            return "https://hooks.example.com/" + random.nextInt(1_000);
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default ->
                schema.path("pattern").asText().contains("{6}")
                        ? "%06d".formatted(random.nextInt(1_000_000))
                        : "Word " + random.nextInt(1_000);
        };
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText("string");
    }

    /** Something that has nothing to do with any schema. */
    JsonNode junk() {
        return switch (random.nextInt(11)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(random.nextBoolean() ? Long.MAX_VALUE : Double.MIN_VALUE);
            case 4 -> JSON.numberNode(new BigInteger(600, random));
            case 5 -> JSON.objectNode();
            case 6 -> JSON.arrayNode();
            case 7 -> nested(random.nextInt(400));
            case 8 -> JSON.textNode("x".repeat(random.nextInt(20_000)));
            case 9 -> JSON.objectNode().set("value", JSON.textNode(junkText()));
            default -> JSON.textNode(junkText());
        };
    }

    String junkText() {
        if (random.nextInt(3) == 0) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(60), 0, Character.MAX_CODE_POINT + 1).forEach(text::appendCodePoint);
            return text.toString();
        }
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static JsonNode nested(int depth) {
        JsonNode nested = JSON.arrayNode();
        for (int i = 0; i < depth; i++) {
            nested = i % 2 == 0
                    ? JSON.objectNode().set("a", nested)
                    : JSON.arrayNode().add(nested);
        }
        return nested;
    }

    /** The value with one thing changed: a field junk, gone, or one too many. */
    JsonNode spoilt(JsonNode value) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(value, objects);
        if (objects.isEmpty() || random.nextInt(6) == 0) {
            return junk();
        }
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(junkText(), junk());
        } else if (random.nextInt(4) == 0) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), junk());
        }
        return value;
    }

    private static void collect(JsonNode value, List<ObjectNode> objects) {
        if (value instanceof ObjectNode object) {
            objects.add(object);
        }
        value.forEach(part -> collect(part, objects));
    }
}
