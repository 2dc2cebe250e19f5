package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.UnreadableFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** Which column of the sheet holds what; −1 for none. */
record KahootHeader(int questionAt, List<Integer> answersAt, int timeLimitAt, int correctAt, int pictureAt) {
    private static final int WITHIN = 30;

    /** Reads on to the header. */
    static KahootHeader find(Iterator<Row> rows) {
        for (int i = 0; i < WITHIN && rows.hasNext(); i++) {
            KahootHeader header = of(rows.next());
            if (header.questionAt >= 0 && header.answersAt.size() >= 2 && header.correctAt >= 0) {
                return header;
            }
        }
        throw new UnreadableFile(1, "The sheet lacks Kahoot's header: Question, Answer 1, …, Correct answer(s).");
    }

    private static KahootHeader of(Row row) {
        int question = -1;
        int timeLimit = -1;
        int correct = -1;
        int picture = -1;
        List<Integer> answers = new ArrayList<>();
        for (Cell cell : row) {
            String title = cell == null || cell.getType() != CellType.STRING
                    ? ""
                    : cell.getText().strip().toLowerCase(Locale.ROOT);
            if (title.startsWith("question")) {
                question = cell.getColumnIndex();
            } else if (title.matches("answer \\d.*")) {
                answers.add(cell.getColumnIndex());
            } else if (title.startsWith("time limit")) {
                timeLimit = cell.getColumnIndex();
            } else if (title.startsWith("correct answer")) {
                correct = cell.getColumnIndex();
            } else if (title.matches("(image|picture|media)\\b.*")) {
                picture = cell.getColumnIndex();
            }
        }
        return new KahootHeader(question, answers, timeLimit, correct, picture);
    }

    /** Templates number rows that nobody has filled in. */
    boolean isEmpty(Row row) {
        return isBlank(row, questionAt) && answersAt.stream().allMatch(place -> isBlank(row, place));
    }

    String question(Row row) throws Unfit {
        return text(row, questionAt);
    }

    /** Up to the last one that is not empty. */
    List<String> answers(Row row) throws Unfit {
        List<String> answers = new ArrayList<>();
        for (int place : answersAt) {
            answers.add(text(row, place));
        }
        while (!answers.isEmpty() && answers.get(answers.size() - 1).isBlank()) {
            answers.remove(answers.size() - 1);
        }
        return answers;
    }

    String timeLimit(Row row) throws Unfit {
        return text(row, timeLimitAt);
    }

    /** Where the picture is; empty if there is none. Kahoot's own template has no such column, what others make of it does. */
    String picture(Row row) throws Unfit {
        return text(row, pictureAt);
    }

    /** Places with commas: a cell that became the number 1.2 may have been 1,2 or may not. */
    String correct(Row row) throws Unfit {
        String correct = text(row, correctAt);
        if (!correct.matches("[\\d\\s,;]*")) {
            throw new Unfit("answer-not-among-choices", "what is right must be places such as 1,3");
        }
        return correct;
    }

    private static boolean isBlank(Row row, int place) {
        Cell cell = place < 0 || place >= row.getCellCount() ? null : row.getCell(place);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return true;
        }
        boolean text = cell.getType() == CellType.STRING;
        return text && (cell.getText() == null || cell.getText().isBlank());
    }

    private static String text(Row row, int place) throws Unfit {
        if (isBlank(row, place)) {
            return "";
        }
        Cell cell = row.getCell(place);
        return switch (cell.getType()) {
            case STRING -> cell.getText();
            case NUMBER -> SheetNumber.text(cell);
            case BOOLEAN -> cell.asBoolean() ? "True" : "False";
            default -> throw new Unfit("not-a-value", "a cell holds a formula or an error in place of a text");
        };
    }
}
