package app.vstrivia.api.question.format;

import app.vstrivia.api.question.MediaRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the pictures and videos are that go along with an export. */
@FunctionalInterface
public interface MediaFiles {
    /** Nothing is there. */
    MediaFiles NONE = media -> Optional.empty();

    /** The bytes of a file that a question refers to by {@code media/…}; the caller closes the stream. */
    Optional<InputStream> open(MediaRef media) throws IOException;
}
