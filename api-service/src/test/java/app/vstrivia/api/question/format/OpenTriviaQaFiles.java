package app.vstrivia.api.question.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The OpenTriviaQA collection on this machine: not part of the product, so tests over it are skipped where it is not. */
public final class OpenTriviaQaFiles {
    public static final String MISSING =
            "skipped: no OpenTriviaQA files; point TRIVIA_QUESTION_FILES at a folder with opentriviaqa in it";

    private OpenTriviaQaFiles() {}

    /** The folder under {@code TRIVIA_QUESTION_FILES}, else under {@code shared/data} beside one of the folders that we are in. */
    public static Optional<Path> find() {
        String configured = System.getProperty("TRIVIA_QUESTION_FILES", System.getenv("TRIVIA_QUESTION_FILES"));
        if (configured != null) {
            return Optional.of(Path.of(configured, "opentriviaqa")).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path beside = folder.resolveSibling("shared").resolve("data").resolve("opentriviaqa");
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
