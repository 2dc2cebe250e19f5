package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.text.StringEscapeUtils;

/** Writes an answer as Open Trivia DB would give it, in its default encoding: questions with one right choice. */
final class OpenTriviaDbWriter implements QuestionWriter {
    private final JsonWriting json;

    OpenTriviaDbWriter(OutputStream bytes) throws IOException {
        json = new JsonWriting(bytes, JsonWriting.object().put("response_code", 0), "results");
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        if (question.kind() != QuestionKind.SINGLE && question.kind() != QuestionKind.BOOLEAN) {
            throw Unsaid.kind(question);
        }
        ObjectNode item = JsonWriting.object();
        item.put("type", question.kind() == QuestionKind.SINGLE ? "multiple" : "boolean")
                .put("difficulty", question.difficulty().wire())
                .put("category", encoded(question.category().name()))
                .put("question", encoded(question.text()));
        ArrayNode incorrect = JsonWriting.object().putArray("incorrect_answers");
        for (Choice choice : question.choices()) {
            if (choice.correct()) {
                item.put("correct_answer", encoded(choice.text()));
            } else {
                incorrect.add(encoded(choice.text()));
            }
        }
        item.set("incorrect_answers", incorrect);
        json.add(item);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** A plus or a percent sign might be taken for the percent-encoding. */
    private static String encoded(String text) {
        return StringEscapeUtils.escapeHtml4(text)
                .replace("'", "&#039;")
                .replace("+", "&#43;")
                .replace("%", "&#37;");
    }
}
