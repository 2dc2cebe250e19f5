package app.vstrivia.api.question.format.aiken;

import app.vstrivia.api.question.format.Defaults;
import app.vstrivia.api.question.format.LineReader;
import app.vstrivia.api.question.format.Origin;
import app.vstrivia.api.question.format.ParsedItem;
import app.vstrivia.api.question.format.QuestionFile;
import app.vstrivia.api.question.format.QuestionReader;
import app.vstrivia.api.question.format.SourceLine;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Aiken. A question may go over several lines; blank lines count for nothing. */
public final class AikenReader implements QuestionReader {
    private static final Pattern ANSWER = Pattern.compile("(?is)\\s*+ANSWER:\\s*+(.*)");

    private final LineReader lines;
    private final Origin origin;
    private SourceLine line;

    private AikenReader(LineReader lines, Origin origin) throws IOException {
        this.lines = lines;
        this.origin = origin;
        this.line = lines.next();
    }

    public static AikenReader open(QuestionFile file, Defaults defaults) throws IOException {
        return new AikenReader(new LineReader(file.open()), Origin.of(defaults));
    }

    @Override
    public ParsedItem next() throws IOException {
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        AikenBlock block = new AikenBlock(line.number());
        for (; line != null; line = lines.next()) {
            Matcher answer = ANSWER.matcher(line.text());
            if (answer.matches()) {
                block.look(line);
                line = lines.next();
                return block.parsed(answer.group(1).strip(), origin);
            }
            if (!line.isBlank() && !block.take(line)) {
                break; // a new question, and this one had no answer
            }
        }
        return block.parsed("", origin);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
