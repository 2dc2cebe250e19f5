package app.vstrivia.api.question.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of questions on this machine: not part of the product, so tests over them are skipped where they are not. */
public final class QuestionFiles {
    private QuestionFiles() {}

    public static String missing(String collection) {
        return "skipped: no " + collection + " files; point TRIVIA_QUESTION_FILES at a folder with " + collection
                + " in it";
    }

    /** The folder under {@code TRIVIA_QUESTION_FILES}, else under {@code shared/data} beside one of the folders that we are in. */
    public static Optional<Path> find(String collection) {
        String configured = System.getProperty("TRIVIA_QUESTION_FILES", System.getenv("TRIVIA_QUESTION_FILES"));
        if (configured != null) {
            return Optional.of(Path.of(configured, collection)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path beside = folder.resolveSibling("shared").resolve("data").resolve(collection);
            if (Files.isDirectory(beside)) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }
}
