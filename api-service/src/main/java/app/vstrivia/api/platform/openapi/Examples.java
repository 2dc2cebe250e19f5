package app.vstrivia.api.platform.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Makes an example of each body from its schema, with values that a reader recognises by the names of the fields. */
final class Examples {
    static final String ID = "018f0000-0000-7000-8000-000000000001";

    private static final String PREFIX = "#/components/schemas/";
    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("name", "Ada"),
            Map.entry("deviceName", "Ada's tablet"),
            Map.entry("code", "7K3QF-9XW2M"),
            Map.entry("secret", "kJ0yv1s2m9d3Qe7uX5bWcT8rZ4nA6hLgPfOiEoYtUiM"),
            Map.entry("refreshToken", "pQ7xN2c9Lr5tVb1mZ8kYs4dWf6gHj3aTeRoUiXyCvBn"),
            Map.entry("accessToken", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIwMThmIn0.c2lnbmF0dXJl"),
            Map.entry("tokenType", "Bearer"),
            Map.entry("expiresIn", 900),
            Map.entry("refreshExpiresIn", 2592000),
            Map.entry("pin", "042042"),
            Map.entry("socketUrl", "wss://trivia.example.com/v1/socket"),
            Map.entry("language", "en"),
            Map.entry("categories", List.of("science")),
            Map.entry("parts", List.of()),
            Map.entry("category", "Science"),
            Map.entry("next", "QXN0cm9ub215H2FzdHJvbm9teQ"),
            Map.entry("lineupHash", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Map.entry("nonce", "0123456789abcdef0123456789abcdef"),
            Map.entry("title", "The night sky"),
            Map.entry("secondsPerQuestion", 20),
            Map.entry("reference", ID),
            Map.entry("text", "Which planet has the most moons?"),
            Map.entry("source", "VS Trivia"),
            Map.entry("licence", "CC BY-SA 4.0"),
            Map.entry("bytes", 48213),
            Map.entry("width", 1600),
            Map.entry("height", 1200),
            Map.entry("placeholder", "LEHV6nWB2yk8pyo0adR*.7kCMdnj"),
            Map.entry("color", "#336699"),
            Map.entry("review", "approved"),
            Map.entry("data", "/9j/4AAQSkZJRgABAQAAAQABAAD/2Q=="),
            Map.entry("url", "https://files.example.com/picture.jpg"),
            Map.entry("document", "https://files.example.com/quiz.json"),
            Map.entry("elapsed", 2310));

    /** Of what is one thing or another: all fields together would be refused. */
    private static final Map<String, Object> BY_SCHEMA = Map.of(
            "QuizItem", Map.of("question", question()),
            "Opening", fields("quiz", fields("quizId", ID, "pace", "standard"), "play", false),
            "Given", fields("id", ID, "round", 1, "choices", List.of(1), "elapsed", 2310),
            "GivenAnswer", fields("choices", List.of(1), "elapsed", 2310),
            "OwnAnswer", fields("choices", List.of(1), "elapsed", 2310, "correct", true, "points", 900),
            "NumberScale", fields("min", "0", "max", "100", "step", "0.5"),
            "ShownSolution", fields("value", "42.195", "tolerance", "0.5"));

    private final Components components;

    Examples(Components components) {
        this.components = components;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> addTo(response.getContent()));
    }

    private void addTo(Content content) {
        if (content != null && content.getMediaType("application/json") != null) {
            content.getMediaType("application/json")
                    .setExample(
                            valueOf("", content.getMediaType("application/json").getSchema()));
        }
    }

    private Object valueOf(String name, Schema given) {
        List<Schema> alternatives = alternatives(given);
        if (alternatives != null) {
            return valueOf(name, alternatives.get(0));
        }
        if (given.getRef() != null && BY_SCHEMA.containsKey(given.getRef().substring(PREFIX.length()))) {
            return BY_SCHEMA.get(given.getRef().substring(PREFIX.length()));
        }
        Schema schema = resolve(given);
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().get(0);
        }
        if (schema.getProperties() != null) {
            Map<String, Object> object = new LinkedHashMap<>();
            schema.getProperties().forEach((field, type) -> object.put(field, valueOf(field, type)));
            return object;
        }
        SchemaType type = typeOf(schema);
        if (type == SchemaType.ARRAY) {
            return BY_NAME.get(name) instanceof List<?> list ? list : List.of(valueOf(name, schema.getItems()));
        }
        if (type == SchemaType.STRING) {
            return "uuid".equals(schema.getFormat())
                    ? ID
                    : "date-time".equals(schema.getFormat())
                            ? "2026-01-01T12:00:00Z"
                            : BY_NAME.get(name) instanceof String text ? text : "text";
        }
        if (type == SchemaType.BOOLEAN) {
            return false;
        }
        return type == SchemaType.INTEGER || type == SchemaType.NUMBER
                ? BY_NAME.get(name) instanceof Integer number ? number : 1
                : Map.of();
    }

    private static SchemaType typeOf(Schema schema) {
        return schema.getType() == null
                ? SchemaType.OBJECT
                : schema.getType().stream()
                        .filter(type -> type != SchemaType.NULL)
                        .findFirst()
                        .orElse(SchemaType.OBJECT);
    }

    private static List<Schema> alternatives(Schema schema) {
        return schema.getAnyOf() != null ? schema.getAnyOf() : schema.getOneOf();
    }

    private Schema resolve(Schema schema) {
        if (schema.getRef() != null) {
            return resolve(components.getSchemas().get(schema.getRef().substring(PREFIX.length())));
        }
        List<Schema> alternatives = alternatives(schema);
        return alternatives == null ? schema : resolve(alternatives.get(0));
    }

    /** Names and values in turn, in their order. */
    private static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    /** In this order, which is that of the document. */
    private static Map<String, Object> question() {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("type", "single");
        question.put("text", BY_NAME.get("text"));
        question.put("choices", List.of(choice("Saturn", true), choice("Jupiter", false)));
        return question;
    }

    private static Map<String, Object> choice(String text, boolean correct) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("text", text);
        choice.put("correct", correct);
        return choice;
    }
}
