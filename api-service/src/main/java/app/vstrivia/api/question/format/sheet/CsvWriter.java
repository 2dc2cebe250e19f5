package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.Choice;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.Slider;
import app.vstrivia.api.question.format.QuestionWriter;
import app.vstrivia.api.question.format.Unfit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Writes CSV as RFC 4180 has it, with a byte order mark, without which spreadsheets do not see that it is UTF-8. */
public final class CsvWriter implements QuestionWriter {
    private static final int CHOICES = 10;

    /** All in quotation marks: a spreadsheet whose list separator is another sign splits no text at it. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

    private final CSVPrinter rows;

    public CsvWriter(OutputStream bytes) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        text.write('\ufeff');
        rows = new CSVPrinter(text, FORMAT);
        List<String> titles = new ArrayList<>();
        for (CsvColumn column : CsvColumn.values()) {
            if (column == CsvColumn.CORRECT) {
                IntStream.rangeClosed(1, CHOICES).forEach(place -> titles.add("choice" + place));
            }
            titles.add(column.title());
        }
        rows.printRecord(titles);
    }

    @Override
    public void write(NewQuestion question) throws Unfit, IOException {
        MediaRef media = question.media();
        if (media != null && media.isInZip()) {
            throw new Unfit("media-not-taken", "its picture or video needs a zip around it");
        }
        Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
        cells.put(CsvColumn.TYPE, question.kind().wire());
        cells.put(CsvColumn.QUESTION, question.text());
        cells.put(CsvColumn.EXPLANATION, question.explanation());
        cells.put(CsvColumn.CATEGORY, joined(question.category().path(), "/"));
        cells.put(CsvColumn.TAGS, joined(question.tags(), ","));
        cells.put(CsvColumn.DIFFICULTY, question.difficulty().wire());
        cells.put(CsvColumn.LANGUAGE, question.language());
        cells.put(CsvColumn.TIME_LIMIT, question.timeLimit() == null ? null : String.valueOf(question.timeLimit()));
        cells.put(CsvColumn.SOURCE, question.provenance().source());
        cells.put(CsvColumn.LICENCE, question.provenance().licence());
        cells.put(CsvColumn.ATTRIBUTION, question.provenance().attribution());
        cells.put(CsvColumn.MEDIA_KIND, media == null ? null : media.kind().wire());
        if (media != null) {
            cells.put(CsvColumn.MEDIA, media.reference());
            cells.put(CsvColumn.MEDIA_CONTENT, media.content());
            cells.put(CsvColumn.MEDIA_ALTERNATIVE, media.caption().alternative());
            cells.put(CsvColumn.MEDIA_LICENCE, media.caption().licence());
            cells.put(CsvColumn.MEDIA_ATTRIBUTION, media.caption().attribution());
        }
        cells.replaceAll((column, text) -> text == null ? null : Formulas.neutralised(text));
        // numbers stay numbers: −5 is no formula
        cells.putAll(numbers(question.body()));
        rows.printRecord(row(cells, choices(question.body())));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static List<String> row(Map<CsvColumn, String> cells, List<String> choices) {
        List<String> row = new ArrayList<>();
        for (CsvColumn column : CsvColumn.values()) {
            if (column == CsvColumn.CORRECT) {
                IntStream.range(0, CHOICES)
                        .forEach(i -> row.add(i < choices.size() ? Formulas.neutralised(choices.get(i)) : null));
            }
            row.add(cells.get(column));
        }
        return row;
    }

    private static List<String> choices(QuestionBody body) {
        if (body instanceof QuestionBody.Ordering ordering) {
            return ordering.items();
        }
        if (body instanceof QuestionBody.Text text) {
            return text.accepted();
        }
        return body.choices().stream().map(Choice::text).toList();
    }

    private static Map<CsvColumn, String> numbers(QuestionBody body) {
        Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
        List<Choice> choices = body.choices();
        cells.put(
                CsvColumn.CORRECT,
                IntStream.range(0, choices.size())
                        .filter(i -> choices.get(i).correct())
                        .mapToObj(i -> String.valueOf(i + 1))
                        .collect(Collectors.joining(",")));
        if (body instanceof QuestionBody.Numeric number) {
            cells.put(CsvColumn.VALUE, number.value().toPlainString());
            cells.put(CsvColumn.TOLERANCE, number.tolerance().toPlainString());
            Slider slider = number.slider();
            if (slider != null) {
                cells.put(CsvColumn.MIN, slider.min().toPlainString());
                cells.put(CsvColumn.MAX, slider.max().toPlainString());
                cells.put(CsvColumn.STEP, slider.step().toPlainString());
            }
        }
        return cells;
    }

    /** Spaces tell a separator from one that is written twice because it belongs to a text. */
    private static String joined(List<String> texts, String separator) {
        return texts.stream()
                .map(text -> text.replace(separator, separator + separator))
                .collect(Collectors.joining(" " + separator + " "));
    }
}
