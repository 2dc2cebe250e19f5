package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.format.Media;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.Unsaid;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the spreadsheet that Kahoot takes, with its limits. Texts are cells of text: no spreadsheet runs them. */
public final class KahootWriter implements QuestionWriter {
    private static final int HEADER = 7;
    private static final int LAST_ROW = 1_048_575;
    private static final int LONGEST_QUESTION = 120;
    private static final int LONGEST_ANSWER = 75;
    private static final int MOST_ANSWERS = 4;
    private static final int USUAL_TIME = 20;
    private static final int[] TIMES = {5, 10, 20, 30, 60, 90, 120, 240};

    private final OutputStream bytes;
    private final Workbook book;
    private final Worksheet sheet;
    private int row = HEADER;

    public KahootWriter(OutputStream bytes) {
        this.bytes = bytes;
        book = new Workbook(bytes, "VS Trivia", "1.0");
        sheet = book.newWorksheet("Sheet1");
        sheet.value(0, 1, "Quiz template");
        sheet.value(HEADER, 1, "Question - max 120 characters");
        for (int i = 1; i <= MOST_ANSWERS; i++) {
            sheet.value(HEADER, i + 1, "Answer " + i + " - max 75 characters");
        }
        sheet.value(HEADER, 6, "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs");
        sheet.value(HEADER, 7, "Correct answer(s) - choose at least one");
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        Media.none(question);
        if (!question.kind().isOfChoices()) {
            throw Unsaid.kind(question);
        }
        List<Choice> choices = question.choices();
        boolean fits = question.text().length() <= LONGEST_QUESTION
                && choices.size() <= MOST_ANSWERS
                && choices.stream().allMatch(choice -> choice.text().length() <= LONGEST_ANSWER);
        if (!fits) {
            throw Unsaid.text("Kahoot has questions of 120 characters and up to four answers of 75");
        }
        if (row == LAST_ROW) {
            throw Unsaid.full("a sheet has " + (LAST_ROW - HEADER) + " questions at most");
        }
        row++;
        sheet.value(row, 0, row - HEADER);
        // within the row: a table of all texts would be on the heap until the end
        sheet.inlineString(row, 1, question.text());
        for (int i = 0; i < choices.size(); i++) {
            sheet.inlineString(row, i + 2, choices.get(i).text());
        }
        sheet.value(row, 6, time(question.timeLimit()));
        sheet.inlineString(
                row,
                7,
                IntStream.range(0, choices.size())
                        .filter(i -> choices.get(i).correct())
                        .mapToObj(i -> String.valueOf(i + 1))
                        .collect(Collectors.joining(",")));
        sheet.flush();
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            book.close();
        }
    }

    /** The next one that Kahoot has. */
    private static int time(Integer asked) {
        int least = asked == null ? USUAL_TIME : asked;
        for (int time : TIMES) {
            if (time >= least) {
                return time;
            }
        }
        return TIMES[TIMES.length - 1];
    }
}
