package app.vstrivia.api.question.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a JSON file holds on its top level. Taking it reads the whole file, so that a file that breaks off is known before
 * the first question enters the bank.
 *
 * @param values the scalars, as texts
 * @param arrays the names of the arrays
 */
record JsonOutline(Map<String, String> values, Set<String> arrays) {
    /** What questions need and no more: a file may be deep, or one text of 64 MB. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(65_536)
                    .maxNumberLength(40)
                    .maxNameLength(200)
                    .build())
            .build();

    static JsonOutline of(QuestionFile file) throws IOException {
        JsonOutline outline = new JsonOutline(new HashMap<>(), new HashSet<>());
        try (JsonParser json = JSON.createParser(file.open())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableFile(1, "The file does not hold a JSON object.");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                outline.take(json);
            }
            if (json.nextToken() != null) {
                throw unreadable(json, "something follows the JSON object");
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
        return outline;
    }

    /** Which JSON format the file is, from the first of its fields that tells. */
    static QuestionFormat looksLike(QuestionFile file) throws IOException {
        try (JsonParser json = JSON.createParser(file.open())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("format") && VsTriviaReader.FORMAT.equals(json.getText())) {
                    return QuestionFormat.VSTRIVIA;
                }
                if (field.equals("subject")) {
                    return QuestionFormat.RAHOOT;
                }
                if (field.equals("title") || field.equals("cover_image") || field.equals("background_color")) {
                    return QuestionFormat.CLASSQUIZ;
                }
                if (field.equals("response_code") || field.equals("results")) {
                    return QuestionFormat.OPENTDB;
                }
                json.skipChildren();
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
        throw new UnknownFormat("The JSON is not from Open Trivia DB, Rahoot, ClassQuiz or VS Trivia.");
    }

    static UnreadableFile unreadable(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return new UnreadableFile(line, "The JSON breaks off or is not valid at line " + line + ".");
    }

    private static UnreadableFile unreadable(JsonParser json, String what) {
        int line = json.currentTokenLocation().getLineNr();
        return new UnreadableFile(line, "At line " + line + " " + what + ".");
    }

    private void take(JsonParser json) throws IOException {
        String field = json.currentName();
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY) {
            arrays.add(field);
        } else if (token.isScalarValue()) {
            values.put(field, json.getText());
        }
        json.skipChildren();
    }
}
