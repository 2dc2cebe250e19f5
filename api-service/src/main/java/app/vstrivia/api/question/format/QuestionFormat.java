package app.vstrivia.api.question.format;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that can be read. */
public enum QuestionFormat {
    /** The text format of the OpenTriviaQA collection. */
    OPENTRIVIAQA {
        @Override
        public QuestionReader open(QuestionFile file, Defaults defaults) throws IOException {
            return new OpenTriviaQaReader(new LineReader(file.open()), defaults);
        }
    },
    /** The answers of the Open Trivia DB service. */
    OPENTDB {
        @Override
        public QuestionReader open(QuestionFile file, Defaults defaults) throws IOException {
            return OpenTriviaDbReader.open(file, defaults);
        }
    },
    /** Our own JSON. */
    VSTRIVIA {
        @Override
        public QuestionReader open(QuestionFile file, Defaults defaults) throws IOException {
            return VsTriviaReader.open(file, defaults);
        }
    };

    private static final int GLANCE = 64 * 1024;
    private static final Pattern QUESTION_LINE = Pattern.compile("(?m)^#Q");

    /**
     * Opens {@code file} as this format.
     *
     * @throws UnreadableFile if it is something else
     */
    public abstract QuestionReader open(QuestionFile file, Defaults defaults) throws IOException;

    /** The name on the wire. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
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
                .orElseThrow(() -> new UnknownFormat(
                        "The formats are auto, opentriviaqa, opentdb and vstrivia, not " + wire + "."));
    }

    /**
     * Finds out what {@code file} is from how it looks.
     *
     * @throws UnknownFormat if it looks like none of the formats
     */
    public static QuestionFormat detect(QuestionFile file) throws IOException {
        byte[] glance;
        try (InputStream bytes = file.open()) {
            glance = bytes.readNBytes(GLANCE);
        }
        String start = new String(glance, StandardCharsets.ISO_8859_1);
        if (start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("{")) {
            return JsonOutline.looksLike(file);
        }
        if (QUESTION_LINE.matcher(start).find()) {
            return OPENTRIVIAQA;
        }
        throw new UnknownFormat("The file is neither OpenTriviaQA text nor Open Trivia DB or VS Trivia JSON.");
    }
}
