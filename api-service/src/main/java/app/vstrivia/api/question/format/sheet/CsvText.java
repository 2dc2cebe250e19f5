package app.vstrivia.api.question.format.sheet;

import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.UnreadableFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a CSV file, from its first record on: UTF-8, UTF-16 if it says so, else Windows-1252, which is what
 * spreadsheets in Western Europe write.
 *
 * @param start lines before the header: a spreadsheet's hint about its delimiter
 */
record CsvText(QuestionFile file, Charset charset, char delimiter, int start) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern HINT = Pattern.compile("(?i)\"?sep=([,;|\t])\"?");
    private static final int LONGEST_LINE = 64 * 1024;

    static CsvText of(QuestionFile file) throws IOException {
        Charset charset = charset(file);
        try (BufferedReader reader = reader(file, charset)) {
            String first = line(reader);
            Matcher hint = HINT.matcher(first);
            return hint.matches()
                    ? new CsvText(file, charset, hint.group(1).charAt(0), 1)
                    : new CsvText(file, charset, CsvHeader.delimiter(first), 0);
        }
    }

    /** From the header on. */
    Reader open() throws IOException {
        BufferedReader reader = reader(file, charset);
        for (int i = 0; i < start; i++) {
            line(reader);
        }
        return reader;
    }

    private static BufferedReader reader(QuestionFile file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(file.open(), charset));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static String line(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int sign = reader.read(); sign >= 0 && sign != '\n'; sign = reader.read()) {
            if (line.length() == LONGEST_LINE) {
                throw new UnreadableFile(1, "The first line is longer than any header.");
            }
            line.append((char) sign);
        }
        return line.toString().strip();
    }

    private static Charset charset(QuestionFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            byte[] mark = bytes.readNBytes(2);
            if (mark.length == 2 && (mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe) {
                return StandardCharsets.UTF_16LE;
            }
            if (mark.length == 2 && (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff) {
                return StandardCharsets.UTF_16BE;
            }
        }
        try (Reader strict = new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder())) {
            strict.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }
}
