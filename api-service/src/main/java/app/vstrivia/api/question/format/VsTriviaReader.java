package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.format.RawQuestion.Origin;
import app.vstrivia.model.match.QuestionType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads our own JSON: {@code {"format":"vstrivia-questions","source","licence","language","questions":[…]}}. */
final class VsTriviaReader implements QuestionReader {
    static final String FORMAT = "vstrivia-questions";

    private final JsonItems items;
    private final Origin origin;

    private VsTriviaReader(JsonItems items, Origin origin) {
        this.items = items;
        this.origin = origin;
    }

    static VsTriviaReader open(QuestionFile file, Defaults defaults) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        if (!FORMAT.equals(outline.values().get("format")) || !outline.arrays().contains("questions")) {
            throw new UnreadableFile(1, "The file lacks \"format\": \"" + FORMAT + "\" or its list of questions.");
        }
        String language = outline.values().getOrDefault("language", defaults.language());
        Origin origin = new Origin(
                named(outline, "source"),
                named(outline, "licence"),
                new Defaults(defaults.category(), Language.checked(language)));
        return new VsTriviaReader(new JsonItems(file, "questions"), origin);
    }

    @Override
    public ParsedItem next() throws IOException {
        JsonNode item = items.next();
        if (item == null) {
            return null;
        }
        try {
            return QuestionRules.check(items.line(), raw(item), Set.of());
        } catch (Unfit e) {
            return new ParsedItem.Refused(
                    items.line(), e.note(), item.path("text").asText(item.toString()));
        }
    }

    @Override
    public void close() throws IOException {
        items.close();
    }

    private static String named(JsonOutline outline, String field) {
        String value = outline.values().getOrDefault(field, "").strip();
        if (value.isEmpty() || value.length() > 100) {
            throw new UnreadableFile(1, "The file must say its " + field + " in 1 to 100 characters.");
        }
        return value;
    }

    private RawQuestion raw(JsonNode item) throws Unfit {
        List<Choice> choices = new ArrayList<>();
        JsonItems.texts(item, "correct").forEach(text -> choices.add(new Choice(text, true)));
        JsonItems.texts(item, "incorrect").forEach(text -> choices.add(new Choice(text, false)));
        return new RawQuestion(
                type(JsonItems.required(item, "type")),
                JsonItems.required(item, "text"),
                choices,
                JsonItems.optional(item, "explanation"),
                JsonItems.optional(item, "category"),
                JsonItems.optional(item, "difficulty"),
                origin);
    }

    private static QuestionType type(String wire) throws Unfit {
        try {
            return QuestionType.valueOf(wire.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unfit("unknown-type", "the types are single, multiple and boolean");
        }
    }
}
