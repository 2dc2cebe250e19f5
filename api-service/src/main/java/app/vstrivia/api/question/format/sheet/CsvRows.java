package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, one at a time. */
final class CsvRows implements Closeable {
    private final RecordBound bound;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final int start;
    private int line;

    CsvRows(CsvText text) throws IOException {
        bound = new RecordBound(text.open());
        parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(text.delimiter())
                .setIgnoreEmptyLines(false)
                .get()
                .parse(bound);
        records = parser.iterator();
        start = text.start();
    }

    /** The next row that is not empty, or null after the last one. */
    List<String> next() {
        try {
            while (true) {
                bound.begin();
                line = start + (int) parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return null;
                }
                List<String> row = records.next().toList();
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    return row;
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new UnreadableFile(line, "The quotation marks do not match at line " + line + ".");
        }
    }

    /** The line on which the row that {@link #next} gave begins. */
    int line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
