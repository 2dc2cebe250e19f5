package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.QuestionKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the Open Trivia DB service answers, in any of its encodings. */
final class OpenTriviaDbReader implements QuestionReader {
    private static final Map<String, String> FAILURES = Map.of(
            "1", "it had too few questions for the request",
            "2", "a parameter of the request was not valid",
            "3", "the session token was not known",
            "4", "the session token had seen all questions",
            "5", "there were too many requests (one in 5 s is allowed)");

    private final JsonItems items;
    private final Origin origin;

    private OpenTriviaDbReader(JsonItems items, Origin origin) {
        this.items = items;
        this.origin = origin;
    }

    static OpenTriviaDbReader open(QuestionFile file, Defaults defaults) throws IOException {
        JsonOutline outline = JsonOutline.of(file);
        String code = outline.values().getOrDefault("response_code", "0");
        if (!code.equals("0")) {
            String why = FAILURES.getOrDefault(code, "its meaning is not known");
            throw new UnreadableFile(1, "Open Trivia DB answered with code " + code + ": " + why + ".");
        }
        if (!outline.arrays().contains("results")) {
            throw new UnreadableFile(1, "The file lacks the list of results that Open Trivia DB gives.");
        }
        return new OpenTriviaDbReader(
                new JsonItems(file, "results"), Origin.of(defaults, "Open Trivia Database", "CC BY-SA 4.0"));
    }

    @Override
    public ParsedItem next() throws IOException {
        return items.next("question", (line, item) -> QuestionRules.check(line, raw(item), Set.of()));
    }

    @Override
    public void close() throws IOException {
        items.close();
    }

    private RawQuestion raw(JsonNode item) throws Unfit {
        String type = JsonItems.required(item, "type");
        String question = JsonItems.required(item, "question");
        String answer = JsonItems.required(item, "correct_answer");
        List<String> others = JsonItems.texts(item, "incorrect_answers");
        OpenTriviaDbEncoding encoding = OpenTriviaDbEncoding.of(type, question, answer, others);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(encoding.decode(answer), true));
        for (String other : others) {
            choices.add(new Choice(encoding.decode(other), false));
        }
        RawBody body = new RawBody.Choices(kind(encoding.decode(type)), choices);
        return new RawQuestion(body, encoding.decode(question), origin)
                .category(decodedOrNull(encoding, JsonItems.optional(item, "category")))
                .difficulty(decodedOrNull(encoding, JsonItems.optional(item, "difficulty")));
    }

    private static String decodedOrNull(OpenTriviaDbEncoding encoding, String text) throws Unfit {
        return text == null ? null : encoding.decode(text);
    }

    /** There, {@code multiple} means multiple choice, with one right answer. */
    private static QuestionKind kind(String wire) throws Unfit {
        return switch (wire) {
            case "multiple" -> QuestionKind.SINGLE;
            case "boolean" -> QuestionKind.BOOLEAN;
            default -> throw new Unfit("unknown-type", "the types of Open Trivia DB are multiple and boolean");
        };
    }
}
