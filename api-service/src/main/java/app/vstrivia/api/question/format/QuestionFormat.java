package app.vstrivia.api.question.format;

import app.vstrivia.api.question.format.aiken.AikenReader;
import app.vstrivia.api.question.format.archive.VsTriviaZipReader;
import app.vstrivia.api.question.format.gift.GiftReader;
import app.vstrivia.api.question.format.qti.QtiReader;
import app.vstrivia.api.question.format.sheet.CsvReader;
import app.vstrivia.api.question.format.sheet.KahootReader;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats that can be read. */
public enum QuestionFormat {
    /** The text format of the OpenTriviaQA collection. */
    OPENTRIVIAQA((file, defaults) -> new OpenTriviaQaReader(new LineReader(file.open()), defaults)),
    /** The answers of the Open Trivia DB service. */
    OPENTDB(OpenTriviaDbReader::open),
    /** Our own JSON. */
    VSTRIVIA(VsTriviaReader::open),
    /** Our own zip: {@code manifest.json}, which is our own JSON, and {@code media/}. */
    VSTRIVIA_ZIP(VsTriviaZipReader::open),
    /** The spreadsheet that Kahoot takes. */
    KAHOOT(KahootReader::open),
    /** A table with a header. */
    CSV(CsvReader::open),
    /** Moodle's text format. */
    GIFT(GiftReader::open),
    /** The simplest text format. */
    AIKEN(AikenReader::open),
    /** A package of QTI 2.1 or 3 items. */
    QTI(QtiReader::open),
    /** A quiz of Rahoot. */
    RAHOOT(RahootReader::open),
    /** A quiz of ClassQuiz. */
    CLASSQUIZ(ClassQuizReader::open);

    private final Opener opener;

    QuestionFormat(Opener opener) {
        this.opener = opener;
    }

    /**
     * Opens {@code file} as this format.
     *
     * @throws UnreadableFile if it is something else
     */
    public QuestionReader open(QuestionFile file, Defaults defaults) throws IOException {
        return opener.open(file, defaults);
    }

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The format of that name.
     *
     * @throws UnknownFormat if there is none
     */
    public static QuestionFormat of(String wire) {
        return Arrays.stream(values())
                .filter(format -> format.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new UnknownFormat("The formats are auto, "
                        + Arrays.stream(values()).map(QuestionFormat::wire).collect(Collectors.joining(", "))
                        + ", not " + wire + "."));
    }

    /**
     * Finds out what {@code file} is from how it looks.
     *
     * @throws UnknownFormat if it looks like none of the formats
     */
    public static QuestionFormat detect(QuestionFile file) throws IOException {
        return FormatDetection.of(file);
    }

    private interface Opener {
        QuestionReader open(QuestionFile file, Defaults defaults) throws IOException;
    }
}
