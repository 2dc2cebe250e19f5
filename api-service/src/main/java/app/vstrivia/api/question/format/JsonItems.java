package app.vstrivia.api.question.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The elements of one array on the top level of a JSON file, one at a time. */
final class JsonItems implements Closeable {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonOutline.JSON);

    private final BoundedItem json;
    private int line;

    JsonItems(QuestionFile file, String array) throws IOException {
        json = new BoundedItem(MAPPER.createParser(file.open()));
        json.begin();
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY && field.equals(array)) {
                return;
            }
            json.skipChildren();
            json.begin();
        }
    }

    /** The next element, or null after the last one. */
    JsonNode next() throws IOException {
        try {
            json.begin();
            JsonToken token = json.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            line = json.currentTokenLocation().getLineNr();
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw JsonOutline.unreadable(e);
        }
    }

    /** The line on which the element that {@link #next} gave begins. */
    int line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** The text under {@code field}; null if there is none. */
    static String optional(JsonNode item, String field) throws Unfit {
        JsonNode value = item.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        return text(value, field);
    }

    /** The text under {@code field}. */
    static String required(JsonNode item, String field) throws Unfit {
        String text = optional(item, field);
        if (text == null) {
            throw new Unfit("malformed-question", "the field " + field + " is missing");
        }
        return text;
    }

    /** The texts of the array under {@code field}. */
    static List<String> texts(JsonNode item, String field) throws Unfit {
        JsonNode values = item.get(field);
        if (values == null || !values.isArray()) {
            throw new Unfit("malformed-question", "the field " + field + " is not a list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            texts.add(text(value, field));
        }
        return texts;
    }

    private static String text(JsonNode value, String field) throws Unfit {
        if (!value.isTextual() && !value.isNumber()) {
            throw new Unfit("malformed-question", "the field " + field + " is not a text");
        }
        return value.asText();
    }
}
