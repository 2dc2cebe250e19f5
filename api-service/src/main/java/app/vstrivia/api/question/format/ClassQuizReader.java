package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a ClassQuiz quiz: {@code {"title","questions":[{"question","time","type","answers"}]}}. Its text answers may ask for
 * the exact case, which we do not: the note says so.
 */
final class ClassQuizReader implements QuestionReader {
    private static final Note CASE = new Note("case-does-not-count", "the answer asked for the exact case");

    private final JsonItems items;
    private final Origin origin;

    private ClassQuizReader(JsonItems items, Origin origin) {
        this.items = items;
        this.origin = origin;
    }

    static ClassQuizReader open(QuestionFile file, Defaults defaults) throws IOException {
        if (!JsonOutline.of(file).arrays().contains("questions")) {
            throw new UnreadableFile(1, "The file lacks the list of questions of a ClassQuiz quiz.");
        }
        return new ClassQuizReader(new JsonItems(file, "questions"), Origin.of(defaults));
    }

    @Override
    public ParsedItem next() throws IOException {
        return items.next("question", (line, item) -> {
            boolean exact = false;
            for (JsonNode answer : item.path("answers")) {
                exact |= answer.path("case_sensitive").asBoolean();
            }
            return QuestionRules.check(line, raw(item), exact ? Set.of(CASE) : Set.of());
        });
    }

    @Override
    public void close() throws IOException {
        items.close();
    }

    private RawQuestion raw(JsonNode item) throws Unfit {
        String question = JsonItems.required(item, "question");
        if (item.hasNonNull("image") || HtmlText.hasMedia(question)) {
            throw Media.leftBehind();
        }
        // HTML from an editor; plain texts have nothing that looks like a tag
        return new RawQuestion(body(item), HtmlText.plain(question), origin)
                .timeLimit(JsonItems.optional(item, "time"));
    }

    private static RawBody body(JsonNode item) throws Unfit {
        JsonNode answers = item.path("answers");
        String type = item.path("type").asText("ABCD");
        return switch (type) {
            case "ABCD", "CHECK", "null" -> new RawBody.Choices(null, choices(answers));
            case "VOTING" -> new RawBody.Poll(texts(answers));
            case "TEXT" -> new RawBody.Accepted(texts(answers));
            case "ORDER" -> new RawBody.Order(texts(answers));
            case "RANGE" -> range(answers);
            default -> throw new Unfit("unsupported-type", "a slide asks nothing that has an answer");
        };
    }

    private static List<Choice> choices(JsonNode answers) throws Unfit {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode answer : answers) {
            choices.add(new Choice(
                    JsonItems.required(answer, "answer"), answer.path("right").asBoolean()));
        }
        return choices;
    }

    private static List<String> texts(JsonNode answers) throws Unfit {
        List<String> texts = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (answer.hasNonNull("image")) {
                throw Media.leftBehind();
            }
            texts.add(JsonItems.required(answer, "answer"));
        }
        return texts;
    }

    /** What is right lies between two numbers, and is set on a slider. */
    private static RawBody range(JsonNode answers) throws Unfit {
        return Numbers.between(
                JsonItems.required(answers, "min_correct"),
                JsonItems.required(answers, "max_correct"),
                new RawBody.Scale(JsonItems.required(answers, "min"), JsonItems.required(answers, "max"), "1"));
    }
}
