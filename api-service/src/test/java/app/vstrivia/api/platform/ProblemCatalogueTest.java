package app.vstrivia.api.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.platform.problem.ProblemCode;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of problem codes holds what the sources use. */
class ProblemCatalogueTest {
    private static final Pattern WITH_STATUS =
            Pattern.compile("super\\(\\s*(?:Response\\.)?Status\\.(\\w+),\\s*\"([a-z-]+)\"");
    private static final Pattern INVALID = Pattern.compile("super\\(\\s*\"([a-z-]+)\",");
    private static final Pattern BUILT =
            Pattern.compile("withStatus\\((\\d{3})\\).*?\\.with\\(\"code\", \"([a-z-]+)\"\\)", Pattern.DOTALL);

    @Test
    void everyCodeOfAProblemIsInTheCatalogueWithItsStatus() throws IOException {
        Map<String, Integer> used = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemCatalogueTest::read)
                    .filter(source -> source.contains("extends ApiProblem") || source.contains("extends HttpProblem"))
                    .forEach(source -> collect(source, used));
        }

        assertTrue(used.size() > 10, used::toString);
        Set<String> missing = used.entrySet().stream()
                .filter(code -> ProblemCode.named(code.getKey())
                        .filter(known -> known.status() == code.getValue())
                        .isEmpty())
                .map(code -> code.getKey() + " (" + code.getValue() + ")")
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing, "add them to ProblemCode");
    }

    @Test
    void noCodeStandsTwice() {
        long different = Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .distinct()
                .count();

        assertEquals(ProblemCode.values().length, different);
    }

    private static void collect(String source, Map<String, Integer> used) {
        for (Matcher with = WITH_STATUS.matcher(source); with.find(); ) {
            used.put(with.group(2), Status.valueOf(with.group(1)).getStatusCode());
        }
        for (Matcher invalid = INVALID.matcher(source); invalid.find(); ) {
            used.put(invalid.group(1), 400);
        }
        for (Matcher built = BUILT.matcher(source); built.find(); ) {
            used.put(built.group(2), Integer.valueOf(built.group(1)));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
