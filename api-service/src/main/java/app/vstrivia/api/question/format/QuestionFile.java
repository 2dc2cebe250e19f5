package app.vstrivia.api.question.format;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read more than once: some formats are looked through before the first question is taken. */
@FunctionalInterface
public interface QuestionFile {
    /** The bytes from the beginning; the caller closes the stream. */
    InputStream open() throws IOException;
}
