package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a Rahoot quiz: questions with one right choice of up to four. */
final class RahootWriter implements QuestionWriter {
    private static final int MOST = 4;
    private static final int USUAL_TIME = 20;
    private static final int COOLDOWN = 5;

    private final JsonWriting json;

    RahootWriter(OutputStream bytes) throws IOException {
        json = new JsonWriting(bytes, JsonWriting.object().put("subject", "VS Trivia"), "questions");
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        if (question.kind() != QuestionKind.SINGLE && question.kind() != QuestionKind.BOOLEAN) {
            throw Unsaid.kind(question);
        }
        List<Choice> choices = question.choices();
        if (choices.size() > MOST) {
            throw Unsaid.text("Rahoot has up to " + MOST + " answers");
        }
        ObjectNode item = JsonWriting.object().put("question", question.text());
        ArrayNode answers = item.putArray("answers");
        for (int i = 0; i < choices.size(); i++) {
            answers.add(choices.get(i).text());
            if (choices.get(i).correct()) {
                item.put("solution", i);
            }
        }
        item.put("cooldown", COOLDOWN).put("time", question.timeLimit() == null ? USUAL_TIME : question.timeLimit());
        json.add(item);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
