package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.QuestionRules;
import app.vstrivia.api.question.format.RawBody;
import app.vstrivia.api.question.format.RawQuestion;
import app.vstrivia.api.question.format.Unfit;
import app.vstrivia.api.question.format.UnreadableFile;
import app.vstrivia.api.question.format.WebPictures;
import app.vstrivia.api.question.format.archive.Archive;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the spreadsheet that Kahoot takes: prose first, then a header, then a question in each row. */
public final class KahootReader implements QuestionReader {
    /** The texts of a sheet are read at once. */
    private static final long LARGEST = 32L << 20;

    private final Archive archive;
    private final ReadableWorkbook book;
    private final Stream<Row> sheet;
    private final Iterator<Row> rows;
    private final Origin origin;
    private final KahootHeader header;
    private final WebPictures pictures = new WebPictures();

    private KahootReader(Archive archive, ReadableWorkbook book, Defaults defaults) throws IOException {
        this.archive = archive;
        this.book = book;
        sheet = book.getFirstSheet().openStream();
        rows = sheet.iterator();
        origin = Origin.of(defaults);
        header = KahootHeader.find(rows);
    }

    public static KahootReader open(QuestionFile file, Defaults defaults) throws IOException {
        try (KahootReader all = opened(file, defaults)) {
            while (all.next() != null) {
                // a file that breaks off is known before anything of it enters the bank
            }
        }
        return opened(file, defaults);
    }

    private static KahootReader opened(QuestionFile file, Defaults defaults) throws IOException {
        Archive archive = Archive.open(file, LARGEST);
        ReadableWorkbook book = null;
        try {
            SheetBounds.check(archive);
            book = new ReadableWorkbook(archive.path().toFile(), new ReadingOptions(true, false));
            return new KahootReader(archive, book, defaults);
        } catch (UnreadableFile e) {
            close(archive, book);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(archive, book);
            throw damaged();
        }
    }

    @Override
    public ParsedItem next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (!header.isEmpty(row)) {
                    return parsed(row);
                }
            }
            return null;
        } catch (UnreadableFile e) {
            throw e;
        } catch (RuntimeException e) {
            // a text that is not there, a number that is none: the library tells by all kinds of exceptions
            throw damaged();
        }
    }

    @Override
    public Optional<String> address(MediaRef media) {
        return pictures.address(media);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        close(archive, book);
    }

    private ParsedItem parsed(Row row) {
        String question = "";
        try {
            question = header.question(row);
            List<String> answers = header.answers(row);
            RawBody body = new RawBody.Choices(null, CsvChoices.placed(answers, header.correct(row)));
            RawQuestion raw = new RawQuestion(body, question, origin).timeLimit(header.timeLimit(row));
            String picture = header.picture(row);
            if (!picture.isBlank()) {
                raw.media("picture", pictures.reference(picture));
            }
            return QuestionRules.check(row.getRowNum(), raw, Set.of());
        } catch (Unfit e) {
            return new ParsedItem.Refused(row.getRowNum(), e.note(), question);
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(1, "The spreadsheet is damaged.");
    }

    private static void close(Archive archive, ReadableWorkbook book) throws IOException {
        try (archive) {
            if (book != null) {
                book.close();
            }
        }
    }
}
