package app.vstrivia.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole directories at once. */
public final class Directories {
    private Directories() {}

    /** Deletes a directory with all that is in it; a directory that is not there is as good as deleted. */
    public static void delete(Path directory) throws IOException {
        List<Path> contents;
        try (Stream<Path> walk = Files.walk(directory)) {
            contents = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException gone) {
            return;
        }
        for (Path path : contents) {
            Files.deleteIfExists(path);
        }
    }
}
