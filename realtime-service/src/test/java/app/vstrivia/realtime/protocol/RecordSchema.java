package app.vstrivia.realtime.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.model.id.MatchId;
import app.vstrivia.model.id.PlayerId;
import app.vstrivia.model.stream.StreamId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Compares schemas with the types of the wire, down to the last component. */
record RecordSchema(AsyncApi document) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Type, String> NUMBERS =
            Map.of(int.class, "int32", Integer.class, "int32", long.class, "int64", Long.class, "int64");
    private static final Set<Type> TEXTS =
            Set.of(String.class, UUID.class, MatchId.class, PlayerId.class, StreamId.class);

    /** The schema has exactly the components of the record, and {@code others} besides. */
    void assertDescribes(Class<?> type, JsonNode given, String... others) {
        JsonNode schema = document.resolve(given);
        String where = type.getSimpleName();
        assertEquals("object", schema.path("type").asText(), where);
        assertFalse(schema.path("additionalProperties").asBoolean(true), where + " is open");
        Set<String> expected = new TreeSet<>(List.of(others));
        for (RecordComponent component : type.getRecordComponents()) {
            expected.add(component.getName());
            JsonNode property = schema.path("properties").path(component.getName());
            assertIs(component.getGenericType(), property, where + "." + component.getName(), component);
        }
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        assertEquals(expected, described, where);
    }

    /** Required is what is always written; a record that leaves nulls out may also promise that a component is there. */
    void assertRequiresWhatIsAlwaysWritten(Class<?> type, JsonNode given, String... others) {
        Set<String> always = new TreeSet<>(List.of(others));
        Set<String> atMost = new TreeSet<>(List.of(others));
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isPrimitive() || !isLeftOut(component)) {
                always.add(component.getName());
            }
            if (!leavesNullOut(component.getAccessor())) {
                atMost.add(component.getName());
            }
        }
        Set<String> required = new TreeSet<>();
        document.resolve(given).path("required").forEach(name -> required.add(name.asText()));
        assertTrue(required.containsAll(always), type.getSimpleName() + " always has " + always);
        assertTrue(atMost.containsAll(required), type.getSimpleName() + " has at most " + atMost);
    }

    private void assertIs(Type type, JsonNode given, String where, RecordComponent component) {
        JsonNode schema = orNull(given);
        boolean nullable = schema != given || given.path("type").isArray();
        assertFalse(
                nullable && (type instanceof Class<?> && ((Class<?>) type).isPrimitive()), where + " is never null");
        assertFalse(nullable && component != null && isLeftOut(component), where + " is left out, not null");
        schema = document.resolve(schema);
        if (type == Object.class || component != null && isRaw(component)) {
            assertFalse(schema.isMissingNode(), where); // the events and snapshots are compared on their own
        } else if (NUMBERS.containsKey(type)) {
            assertEquals("integer", typeOf(schema), where);
            assertEquals(NUMBERS.get(type), schema.path("format").asText(), where);
        } else if (TEXTS.contains(type)) {
            assertEquals("string", typeOf(schema), where);
        } else if (type == boolean.class) {
            assertEquals("boolean", typeOf(schema), where);
        } else if (type instanceof ParameterizedType list) {
            assertEquals(List.class, list.getRawType(), where);
            assertEquals("array", typeOf(schema), where);
            assertIs(list.getActualTypeArguments()[0], schema.path("items"), where + "[]", null);
        } else if (((Class<?>) type).isEnum()) {
            assertSameValues((Class<?>) type, schema, where);
        } else {
            assertTrue(((Class<?>) type).isRecord(), where + " is of a kind that nobody compares");
            assertDescribes((Class<?>) type, schema);
            assertRequiresWhatIsAlwaysWritten((Class<?>) type, schema);
        }
    }

    private static void assertSameValues(Class<?> type, JsonNode schema, String where) {
        List<String> written = Stream.of(type.getEnumConstants())
                .map(value -> JSON.valueToTree(value).asText())
                .toList();
        assertEquals(JSON.valueToTree(written), schema.path("enum"), where);
    }

    private static boolean isRaw(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonRawValue.class);
    }

    private static boolean isLeftOut(RecordComponent component) {
        return leavesNullOut(component.getAccessor()) || leavesNullOut(component.getDeclaringRecord());
    }

    private static boolean leavesNullOut(AnnotatedElement place) {
        JsonInclude include = place.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    /** The alternative to null in {@code oneOf}, or the schema as it is. */
    private static JsonNode orNull(JsonNode schema) {
        JsonNode alternatives = schema.path("oneOf");
        return alternatives.size() == 2 && typeOf(alternatives.get(1)).equals("null") ? alternatives.get(0) : schema;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }
}
