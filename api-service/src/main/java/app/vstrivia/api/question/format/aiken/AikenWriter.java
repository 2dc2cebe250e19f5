package app.vstrivia.api.question.format.aiken;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import app.vstrivia.api.question.format.Media;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Writes Aiken: questions with one right choice, each on a line, since Moodle reads no more. */
public final class AikenWriter implements QuestionWriter {
    private static final Pattern MISTAKEN = Pattern.compile("(?s)(?i:ANSWER:).*|[A-Z][.)]\\s.*");

    private final Writer text;

    public AikenWriter(OutputStream bytes) {
        text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        if (question.kind() != QuestionKind.SINGLE && question.kind() != QuestionKind.BOOLEAN) {
            throw Unsaid.kind(question);
        }
        if (MISTAKEN.matcher(question.text()).matches()) {
            throw Unsaid.text("the question looks like a choice or an answer");
        }
        StringBuilder lines = new StringBuilder(question.text().replace('\n', ' ')).append('\n');
        List<Choice> choices = question.choices();
        char right = 'A';
        for (int i = 0; i < choices.size(); i++) {
            char letter = (char) ('A' + i);
            right = choices.get(i).correct() ? letter : right;
            lines.append(letter).append(") ").append(choices.get(i).text()).append('\n');
        }
        text.write(lines.append("ANSWER: ").append(right).append("\n\n").toString());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
