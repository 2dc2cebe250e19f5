package app.vstrivia.api.media.picture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A place on the disk for the time of some work. */
final class WorkFolder implements Closeable {
    private final Path folder;

    WorkFolder() throws IOException {
        folder = Files.createTempDirectory("picture");
    }

    /** A file of that name, which need not be there. */
    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
