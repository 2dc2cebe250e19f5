package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionBody;
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
import java.util.stream.Collectors;

/** Writes GIFT. Everything is marked as plain text, so that nothing is taken for HTML. */
public final class GiftWriter implements QuestionWriter {
    /** The shares that Moodle knows, for one to six right answers. */
    private static final String[] SHARES = {"100", "50", "33.33333", "25", "20", "16.66667"};

    private final Writer text;
    private List<String> category = List.of();
    private int number;

    public GiftWriter(OutputStream bytes) {
        text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        String answers = answers(question);
        if (question.tags().stream().anyMatch(tag -> tag.contains("]"))) {
            throw Unsaid.text("a tag has a bracket in it");
        }
        List<String> path = question.category().path();
        if (!path.equals(category)) {
            category = path;
            text.write("$CATEGORY: $course$/top/"
                    + path.stream().map(name -> name.replace("/", "//")).collect(Collectors.joining("/")) + "\n\n");
        }
        if (!question.tags().isEmpty()) {
            text.write(question.tags().stream()
                    .map(tag -> "[tag:" + tag + "]")
                    .collect(Collectors.joining(" ", "// ", "\n")));
        }
        number++;
        String explanation = question.explanation() == null ? "" : "####[plain]" + escaped(question.explanation());
        text.write("::Q" + number + "::[plain]" + escaped(question.text()) + "{" + answers + explanation + "}\n\n");
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static String answers(NewQuestion question) throws Unfit {
        QuestionBody body = question.body();
        if (body instanceof QuestionBody.TrueFalse trueFalse) {
            return trueFalse.right() ? "TRUE" : "FALSE";
        }
        if (body instanceof QuestionBody.Numeric number) {
            return "#" + number.value().toPlainString() + ":"
                    + number.tolerance().toPlainString();
        }
        if (body instanceof QuestionBody.Text typed) {
            return typed(typed.accepted());
        }
        if (body instanceof QuestionBody.Single) {
            return lines(body.choices(), "=", "~");
        }
        if (body instanceof QuestionBody.Multiple) {
            int right = (int) body.choices().stream().filter(Choice::correct).count();
            return lines(body.choices(), "~%" + SHARES[right - 1] + "%", "~%-100%");
        }
        throw Unsaid.kind(question);
    }

    private static String lines(List<Choice> choices, String right, String wrong) {
        return choices.stream()
                .map(choice -> "\n\t" + answer(choice.correct() ? right : wrong, choice.text()))
                .collect(Collectors.joining("", "", "\n"));
    }

    private static String typed(List<String> accepted) throws Unfit {
        if (accepted.stream().anyMatch(each -> each.contains("->"))) {
            throw Unsaid.text("an arrow would make a pair to match of the answer");
        }
        return accepted.stream()
                .map(each -> "\n\t" + answer("=", each).replace("*", "\\*"))
                .collect(Collectors.joining("", "", "\n"));
    }

    /** A text may look like a weight or name a format. */
    private static String answer(String sign, String answer) {
        String weight = answer.startsWith("%") && sign.length() == 1 ? sign.equals("=") ? "%100%" : "%0%" : "";
        return sign + weight + (answer.startsWith("[") ? "[plain]" : "") + escaped(answer);
    }

    private static String escaped(String plain) {
        return plain.replace("\\", "\\\\").replaceAll("([~=#{}:])", "\\\\$1").replace("\n", "\\n");
    }
}
