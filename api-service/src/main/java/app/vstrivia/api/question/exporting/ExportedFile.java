package app.vstrivia.api.question.exporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An export on disk: how much is in it is known before its first byte is sent. */
public record ExportedFile(Path path, ExportReport report) {
    /** The bytes; closing the stream deletes the file. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
