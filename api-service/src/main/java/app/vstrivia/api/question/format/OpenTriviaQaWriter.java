package app.vstrivia.api.question.format;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes OpenTriviaQA text: questions with one right choice, as {@link OpenTriviaQaReader} describes them. */
final class OpenTriviaQaWriter implements QuestionWriter {
    /** A line of a question that would end it. */
    private static final Pattern MISTAKEN = Pattern.compile("\n(\\^|#Q)");

    private final Writer text;

    OpenTriviaQaWriter(OutputStream bytes) {
        text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        if (question.kind() != QuestionKind.SINGLE && question.kind() != QuestionKind.BOOLEAN) {
            throw Unsaid.kind(question);
        }
        if (MISTAKEN.matcher(question.text()).find()) {
            throw Unsaid.text("a line of the question looks like an answer or another question");
        }
        String right = question.choices().stream()
                .filter(Choice::correct)
                .map(Choice::text)
                .findFirst()
                .orElseThrow();
        StringBuilder lines = new StringBuilder("#Q ")
                .append(question.text())
                .append("\n^ ")
                .append(right)
                .append('\n');
        char letter = 'A';
        for (Choice choice : question.choices()) {
            lines.append(letter++).append(' ').append(choice.text()).append('\n');
        }
        text.write(lines.append('\n').toString());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
