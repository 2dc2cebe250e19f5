package app.vstrivia.realtime.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Spoils JSON in small ways. */
final class Json {
    private Json() {}

    static ObjectNode without(JsonNode object, String field) {
        ObjectNode copy = object.deepCopy();
        copy.remove(field);
        return copy;
    }

    /** Copies of {@code value} in each of which one field, at whatever depth, is misspelt or one too many. */
    static List<JsonNode> misspellings(JsonNode value) {
        List<JsonNode> spoilt = new ArrayList<>();
        if (value.isObject()) {
            spoilt.add(((ObjectNode) value.deepCopy()).put("stranger", 1));
            for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                spoilt.add(without(value, name).set(name + "x", value.get(name)));
                misspellings(value.get(name))
                        .forEach(field -> spoilt.add(((ObjectNode) value.deepCopy()).set(name, field)));
            }
        } else if (value.isArray() && !value.isEmpty()) {
            misspellings(value.get(0)).forEach(first -> {
                ArrayNode copy = value.deepCopy();
                copy.set(0, first);
                spoilt.add(copy);
            });
        }
        return spoilt;
    }
}
