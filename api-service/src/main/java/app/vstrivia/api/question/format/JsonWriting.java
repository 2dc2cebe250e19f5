package app.vstrivia.api.question.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON object with some fields and a long array at its end, an element on each line. */
final class JsonWriting implements Closeable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonGenerator json;

    JsonWriting(OutputStream bytes, ObjectNode head, String array) throws IOException {
        json = MAPPER.createGenerator(bytes);
        json.writeStartObject();
        for (var field : head.properties()) {
            json.writeFieldName(field.getKey());
            json.writeTree(field.getValue());
        }
        json.writeArrayFieldStart(array);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    void add(JsonNode item) throws IOException {
        json.writeRaw('\n');
        json.writeTree(item);
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
