package app.vstrivia.api.question.format;

import app.vstrivia.api.question.MediaRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the pictures and videos are that go along with an export. */
@FunctionalInterface
public interface MediaFiles {
    /** Nothing is there. */
    MediaFiles NONE = media -> Optional.empty();

    /** The bytes of a file that a question refers to by {@code media/…}; the caller closes the stream. */
    Optional<InputStream> open(MediaRef media) throws IOException;

    /** How many bytes that has; empty if there is no such file. */
    default OptionalLong size(MediaRef media) throws IOException {
        try (InputStream bytes = open(media).orElse(null)) {
            return bytes == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(bytes.transferTo(OutputStream.nullOutputStream()));
        }
    }
}
