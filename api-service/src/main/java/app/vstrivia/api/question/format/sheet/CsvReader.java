package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.UnreadableFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads CSV: commas, semicolons or tabs, with or without a byte order mark, a header in the first row. */
public final class CsvReader implements QuestionReader {
    private final CsvRows rows;
    private final CsvQuestion question;

    private CsvReader(CsvRows rows, CsvQuestion question) {
        this.rows = rows;
        this.question = question;
    }

    public static CsvReader open(QuestionFile file, Defaults defaults) throws IOException {
        CsvText text = CsvText.of(file);
        try (CsvRows all = new CsvRows(text)) {
            while (all.next() != null) {
                // a file whose quotation marks do not match is known before anything of it enters the bank
            }
        }
        CsvRows rows = new CsvRows(text);
        try {
            List<String> titles = rows.next();
            if (titles == null) {
                throw new UnreadableFile(1, "The file has no header.");
            }
            return new CsvReader(rows, new CsvQuestion(CsvHeader.of(titles), Origin.of(defaults)));
        } catch (UnreadableFile e) {
            rows.close();
            throw e;
        }
    }

    /** Whether {@code line} is the header of such a file. */
    public static boolean isHeader(String line) {
        if (line.matches("(?i)\"?sep=[,;|\t]\"?\\s*")) {
            return true;
        }
        List<String> titles = Arrays.stream(line.split(String.valueOf(CsvHeader.delimiter(line))))
                .map(title -> title.replace("\"", ""))
                .toList();
        long known = titles.stream()
                .filter(title -> CsvColumn.of(title).isPresent()
                        || CsvColumn.choice(title).isPresent())
                .count();
        return known >= 2
                && titles.stream().anyMatch(title -> CsvColumn.of(title)
                        .filter(column -> column == CsvColumn.QUESTION)
                        .isPresent());
    }

    @Override
    public ParsedItem next() {
        List<String> row = rows.next();
        if (row == null) {
            return null;
        }
        try {
            return QuestionRules.check(rows.line(), question.of(row), Set.of());
        } catch (Unfit e) {
            return refused(e.note(), row);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private ParsedItem refused(Note note, List<String> row) {
        return new ParsedItem.Refused(rows.line(), note, String.join(" ", row));
    }
}
