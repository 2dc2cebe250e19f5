package app.vstrivia.api.question.format;

import app.vstrivia.api.question.format.aiken.AikenWriter;
import app.vstrivia.api.question.format.archive.VsTriviaZipWriter;
import app.vstrivia.api.question.format.gift.GiftWriter;
import app.vstrivia.api.question.format.qti.QtiWriter;
import app.vstrivia.api.question.format.sheet.CsvWriter;
import app.vstrivia.api.question.format.sheet.KahootWriter;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats that can be written. Each is read again under the same name; QTI is, whatever its version. */
public enum ExportFormat {
    /** Everything, with pictures. */
    VSTRIVIA_ZIP("zip", VsTriviaZipWriter::new),
    /** Everything but pictures. */
    VSTRIVIA("json", (bytes, media) -> new VsTriviaWriter(bytes)),
    CSV("csv", (bytes, media) -> new CsvWriter(bytes)),
    GIFT("gift", (bytes, media) -> new GiftWriter(bytes)),
    AIKEN("txt", (bytes, media) -> new AikenWriter(bytes)),
    /** QTI 2.1, with pictures. */
    QTI("zip", QtiWriter::of2),
    /** The same in QTI 3. */
    QTI_3("zip", QtiWriter::of3),
    OPENTDB("json", (bytes, media) -> new OpenTriviaDbWriter(bytes)),
    KAHOOT("xlsx", (bytes, media) -> new KahootWriter(bytes)),
    RAHOOT("json", (bytes, media) -> new RahootWriter(bytes)),
    OPENTRIVIAQA("txt", (bytes, media) -> new OpenTriviaQaWriter(bytes));

    private final String extension;
    private final Opener opener;

    ExportFormat(String extension, Opener opener) {
        this.extension = extension;
        this.opener = opener;
    }

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether pictures go along, so that what refers to one is to name it as a file of a zip. */
    public boolean carriesMedia() {
        return this == VSTRIVIA_ZIP || this == QTI || this == QTI_3;
    }

    /** Begins a file; closing the writer closes {@code bytes}. */
    public QuestionWriter open(OutputStream bytes, MediaFiles media) throws IOException {
        return opener.open(bytes, media);
    }

    /**
     * The format of that name.
     *
     * @throws UnknownFormat if there is none
     */
    public static ExportFormat of(String wire) {
        return Arrays.stream(values())
                .filter(format -> format.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new UnknownFormat("The formats are "
                        + Arrays.stream(values()).map(ExportFormat::wire).collect(Collectors.joining(", ")) + "."));
    }

    private interface Opener {
        QuestionWriter open(OutputStream bytes, MediaFiles media) throws IOException;
    }
}
