package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.QuestionFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What was received, on disk, since formats are looked through before they are read, and 64 MB do not belong on the heap. */
public final class ReceivedFile implements QuestionFile, Closeable {
    private final Path path;

    private ReceivedFile(Path path) {
        this.path = path;
    }

    /** Takes all of {@code body}, which stays open. */
    public static ReceivedFile of(InputStream body) throws IOException {
        ReceivedFile file = new ReceivedFile(Files.createTempFile("import", ".questions"));
        try {
            Files.copy(body, file.path, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /** In bytes. */
    public long size() throws IOException {
        return Files.size(path);
    }

    /** The same as a channel, to be closed by the caller. */
    public FileChannel channel() throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
