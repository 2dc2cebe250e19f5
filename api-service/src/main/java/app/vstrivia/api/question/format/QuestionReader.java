package app.vstrivia.api.question.format;

import app.vstrivia.api.question.MediaRef;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The items of one file, in order. */
public interface QuestionReader extends Closeable {
    /**
     * The next item, or null after the last one.
     *
     * @throws UnreadableFile if the rest of the file makes no sense
     */
    ParsedItem next() throws IOException;

    /** The bytes of a picture or video that a question refers to and the file holds; to be closed by the caller. */
    default Optional<InputStream> open(MediaRef media) throws IOException {
        return Optional.empty();
    }

    /** Where on the web the picture is that a question refers to and the file does not hold. */
    default Optional<String> address(MediaRef media) {
        return Optional.empty();
    }
}
