package app.vstrivia.api.question.format;

import java.io.IOException;

/**
 * Reads OpenTriviaQA text: {@code #Q} and the question over one or more lines, {@code ^} and the right answer's text,
 * {@code A}, {@code B} … and a choice each, a blank line.
 *
 * <p>Everything between {@code #Q} and {@code ^} is the question, blank lines and lines that begin like a choice
 * included: verses do. After the answer each line must be the next choice. What comes after the choices and is not a new
 * question belongs to nothing and is refused by itself.
 */
final class OpenTriviaQaReader implements QuestionReader {
    private final LineReader lines;
    private final Origin origin;
    private SourceLine line;

    OpenTriviaQaReader(LineReader lines, Defaults defaults) throws IOException {
        this.lines = lines;
        this.origin = Origin.of(defaults, "OpenTriviaQA", "CC BY-SA 4.0");
        this.line = lines.next();
    }

    @Override
    public ParsedItem next() throws IOException {
        skipBlankLines();
        if (line == null) {
            return null;
        }
        return line.startsWith("#Q") ? question() : stray();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private ParsedItem question() throws IOException {
        OpenTriviaQaBlock block = new OpenTriviaQaBlock(line);
        line = lines.next();
        while (line != null && !line.startsWith("#Q")) {
            if (line.isBlank() && block.hasChoices()) {
                skipBlankLines();
                if (line == null || !block.isNextChoice(line)) {
                    break;
                }
            }
            block.add(line);
            line = lines.next();
        }
        return block.parsed(origin);
    }

    private void skipBlankLines() throws IOException {
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
    }

    private ParsedItem stray() throws IOException {
        SourceLine first = line;
        while (line != null && !line.isBlank() && !line.startsWith("#Q")) {
            line = lines.next();
        }
        return new ParsedItem.Refused(
                first.number(), new Note("stray-line", "the line belongs to no question"), first.text());
    }
}
