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
    private static final Note TOO_LARGE = new Note("too-many-parts", "the item has too many parts for a question");

    private final BoundedItem json;

    JsonItems(QuestionFile file, String array) throws IOException {
        json = new BoundedItem(MAPPER.createParser(file.open()));
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY && field.equals(array)) {
                return;
            }
            json.skipChildren();
        }
    }

    /** What becomes of an element. */
    @FunctionalInterface
    interface Rule {
        ParsedItem parse(int line, JsonNode item) throws Unfit;
    }

    /**
     * What {@code rule} makes of the next element, or null after the last one.
     *
     * @param text the field that a refusal quotes
     */
    ParsedItem next(String text, Rule rule) throws IOException {
        try {
            JsonToken token = json.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return null;
            }
            int line = json.currentTokenLocation().getLineNr();
            JsonNode item = json.item(MAPPER);
            return item == null ? new ParsedItem.Refused(line, TOO_LARGE, "") : parsed(line, item, text, rule);
        } catch (JsonProcessingException e) {
            throw JsonOutline.unreadable(e);
        }
    }

    private static ParsedItem parsed(int line, JsonNode item, String text, Rule rule) {
        try {
            return rule.parse(line, item);
        } catch (Unfit e) {
            JsonNode quoted = item.path(text);
            return new ParsedItem.Refused(line, e.note(), quoted.isValueNode() ? quoted.asText() : item.toString());
        }
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
