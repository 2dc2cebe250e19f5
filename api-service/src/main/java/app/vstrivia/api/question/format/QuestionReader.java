package app.vstrivia.api.question.format;

import java.io.Closeable;
import java.io.IOException;

/** The items of one file, in order. */
public interface QuestionReader extends Closeable {
    /**
     * The next item, or null after the last one.
     *
     * @throws UnreadableFile if the rest of the file makes no sense
     */
    ParsedItem next() throws IOException;
}
