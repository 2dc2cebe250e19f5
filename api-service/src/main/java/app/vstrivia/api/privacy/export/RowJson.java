package app.vstrivia.api.privacy.export;

import app.vstrivia.model.protocol.Choices;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a row as an object. */
final class RowJson {
    private static final String JSON = ":json";
    private static final String CHOICES = ":choices";
    private static final Pattern WORD = Pattern.compile("_([a-z])");

    private RowJson() {}

    /** @param row the columns in their order, named as {@link Section} says */
    static void write(Map<String, Object> row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> column : row.entrySet()) {
            json.writeFieldName(member(column.getKey()));
            write(column.getKey(), column.getValue(), json);
        }
        json.writeEndObject();
    }

    /** {@code created_at} is {@code createdAt}. */
    private static String member(String column) {
        return WORD.matcher(column.split(":", 2)[0])
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    private static void write(String column, Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (column.endsWith(JSON)) {
            json.writeRawValue((String) value);
        } else if (column.endsWith(CHOICES)) {
            json.writePOJO(Choices.toList(((Number) value).intValue()));
        } else if (value instanceof LocalDateTime moment) {
            json.writeString(moment.toInstant(ZoneOffset.UTC).toString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
