package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a Rahoot quiz: {@code {"subject","questions":[{"question","answers","solution","time"}]}}, where {@code solution}
 * is a place in {@code answers}, from 0, or a list of such.
 */
final class RahootReader implements QuestionReader {
    private static final List<String> MEDIA = List.of("image", "video", "audio", "media");

    private final JsonItems items;
    private final Origin origin;

    private RahootReader(JsonItems items, Origin origin) {
        this.items = items;
        this.origin = origin;
    }

    static RahootReader open(QuestionFile file, Defaults defaults) throws IOException {
        if (!JsonOutline.of(file).arrays().contains("questions")) {
            throw new UnreadableFile(1, "The file lacks the list of questions of a Rahoot quiz.");
        }
        return new RahootReader(new JsonItems(file, "questions"), Origin.of(defaults));
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
        String question = JsonItems.required(item, "question");
        for (String field : MEDIA) {
            if (item.hasNonNull(field)) {
                throw Media.leftBehind();
            }
        }
        List<String> answers = JsonItems.texts(item, "answers");
        Set<Integer> right = solutions(item, answers.size());
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            choices.add(new Choice(answers.get(i), right.contains(i)));
        }
        return new RawQuestion(new RawBody.Choices(null, choices), question, origin)
                .timeLimit(JsonItems.optional(item, "time"));
    }

    private static Set<Integer> solutions(JsonNode item, int answers) throws Unfit {
        JsonNode given = item.has("solutions") ? item.path("solutions") : item.path("solution");
        Set<Integer> right = new HashSet<>();
        for (JsonNode place : given.isArray() ? given : List.of(given)) {
            if (!place.isIntegralNumber() || place.asLong() < 0 || place.asLong() >= answers) {
                throw new Unfit("answer-not-among-choices", "the solution is not the place of an answer");
            }
            right.add(place.asInt());
        }
        return right;
    }
}
