package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads our own JSON: {@code {"format":"vstrivia-questions","source","licence","language","questions":[…]}}. */
public final class VsTriviaReader implements QuestionReader {
    static final String FORMAT = "vstrivia-questions";

    private final JsonItems items;
    private final Origin origin;

    private VsTriviaReader(JsonItems items, Origin origin) {
        this.items = items;
        this.origin = origin;
    }

    public static VsTriviaReader open(QuestionFile file, Defaults defaults) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        if (!FORMAT.equals(outline.values().get("format")) || !outline.arrays().contains("questions")) {
            throw new UnreadableFile(1, "The file lacks \"format\": \"" + FORMAT + "\" or its list of questions.");
        }
        String language = outline.values().getOrDefault("language", defaults.language());
        Defaults filled = new Defaults(defaults.category(), language, defaults.source(), defaults.licence());
        Origin origin = Origin.of(filled, named(outline, "source"), named(outline, "licence"));
        return new VsTriviaReader(new JsonItems(file, "questions"), origin);
    }

    @Override
    public ParsedItem next() throws IOException {
        return items.next("text", (line, item) -> QuestionRules.check(line, raw(item), Set.of()));
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
        RawQuestion raw = new RawQuestion(body(item), JsonItems.required(item, "text"), origin)
                .explanation(JsonItems.optional(item, "explanation"))
                .difficulty(JsonItems.optional(item, "difficulty"))
                .language(JsonItems.optional(item, "language"))
                .timeLimit(JsonItems.optional(item, "timeLimit"))
                .status(JsonItems.optional(item, "status"))
                .provenance(
                        JsonItems.optional(item, "source"),
                        JsonItems.optional(item, "licence"),
                        JsonItems.optional(item, "attribution"));
        if (item.path("category").isArray()) {
            raw.category(JsonItems.texts(item, "category"));
        } else {
            raw.category(JsonItems.optional(item, "category"));
        }
        if (item.has("tags")) {
            raw.tags(JsonItems.texts(item, "tags"));
        }
        if (item.has("media")) {
            JsonNode media = item.path("media");
            raw.media(JsonItems.required(media, "kind"), JsonItems.required(media, "reference"))
                    .mediaContent(JsonItems.optional(media, "content"))
                    .mediaCaption(
                            JsonItems.optional(media, "alternative"),
                            JsonItems.optional(media, "licence"),
                            JsonItems.optional(media, "attribution"));
        }
        return raw;
    }

    private static RawBody body(JsonNode item) throws Unfit {
        QuestionKind kind = QuestionKind.of(JsonItems.required(item, "type"))
                .orElseThrow(() -> new Unfit(
                        "unknown-type", "the types are single, multiple, boolean, numeric, ordering, text and poll"));
        return switch (kind) {
            case SINGLE, MULTIPLE, BOOLEAN -> new RawBody.Choices(kind, choices(item));
            case NUMERIC ->
                new RawBody.Number(
                        JsonItems.required(item, "value"), JsonItems.optional(item, "tolerance"), scale(item));
            case ORDERING -> new RawBody.Order(JsonItems.texts(item, "items"));
            case TEXT -> new RawBody.Accepted(JsonItems.texts(item, "accepted"));
            case POLL -> new RawBody.Poll(JsonItems.texts(item, "options"));
        };
    }

    /** In the order in which they are to be read, or by what is right, which is shorter to write by hand. */
    private static List<Choice> choices(JsonNode item) throws Unfit {
        List<Choice> choices = new ArrayList<>();
        if (item.path("choices").isArray()) {
            for (JsonNode choice : item.path("choices")) {
                choices.add(new Choice(
                        JsonItems.required(choice, "text"),
                        choice.path("correct").asBoolean()));
            }
            return choices;
        }
        JsonItems.texts(item, "correct").forEach(text -> choices.add(new Choice(text, true)));
        JsonItems.texts(item, "incorrect").forEach(text -> choices.add(new Choice(text, false)));
        return choices;
    }

    private static RawBody.Scale scale(JsonNode item) throws Unfit {
        JsonNode slider = item.path("slider");
        return slider.isObject()
                ? new RawBody.Scale(
                        JsonItems.required(slider, "min"),
                        JsonItems.required(slider, "max"),
                        JsonItems.optional(slider, "step"))
                : null;
    }
}
