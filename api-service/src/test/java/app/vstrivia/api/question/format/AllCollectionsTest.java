package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.NewQuestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All questions of all collections, of three formats, through all formats that we write and back. */
class AllCollectionsTest {
    private static final List<String> COLLECTIONS = List.of("gift", "kahoot", "opentriviaqa");

    /** Less than a package of QTI and a sheet of Kahoot have room for. */
    private static final int OF_A_FILE = 4_000;

    private static final Set<String> REASONS = Set.of("unsupported-type", "unsupported-text", "media-not-taken");

    private static final MediaFiles MEDIA =
            media -> Optional.of(new ByteArrayInputStream(media.reference().getBytes(StandardCharsets.UTF_8)));

    private static final List<NewQuestion> QUESTIONS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        QUESTIONS.clear();
        for (String collection : COLLECTIONS) {
            Optional<Path> folder = QuestionFiles.find(collection);
            Assumptions.assumeTrue(folder.isPresent(), QuestionFiles.missing(collection));
            try (var files = Files.list(folder.get())) {
                for (Path file : files.sorted().toList()) {
                    QUESTIONS.addAll(questions(file));
                }
            }
        }
        assertTrue(QUESTIONS.size() > 30_000, () -> QUESTIONS.size() + " questions");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    @Timeout(180)
    void whatAFormatHasAPlaceForComesBack(ExportFormat format) throws IOException {
        Map<String, Integer> leftOut = new TreeMap<>();
        for (int from = 0; from < QUESTIONS.size(); from += OF_A_FILE) {
            List<NewQuestion> some = QUESTIONS.subList(from, Math.min(QUESTIONS.size(), from + OF_A_FILE));
            List<Essence> written = new ArrayList<>();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (QuestionWriter writer = format.open(bytes, MEDIA)) {
                for (NewQuestion question : some) {
                    try {
                        writer.write(question);
                        written.add(Essence.of(question));
                    } catch (Unfit unfit) {
                        leftOut.merge(unfit.note().code(), 1, Integer::sum);
                    }
                }
            }

            assertEquals(written, readAgain(format, bytes.toByteArray()));
        }

        assertTrue(REASONS.containsAll(leftOut.keySet()), leftOut::toString);
        int most = QUESTIONS.size() / (format == ExportFormat.KAHOOT ? 3 : 100);
        int all = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(all <= (format == ExportFormat.VSTRIVIA_ZIP ? 0 : most), leftOut::toString);
    }

    private static List<Essence> readAgain(ExportFormat format, byte[] file) throws IOException {
        List<Essence> read = new ArrayList<>();
        QuestionFormat known = QuestionFormat.detect(() -> new ByteArrayInputStream(file));
        assertEquals(format == ExportFormat.QTI_3 ? "qti" : format.wire(), known.wire());
        for (ParsedItem item : Parsing.all(known, file)) {
            assertTrue(item instanceof ParsedItem.Fit, item::toString);
            read.add(Essence.of(((ParsedItem.Fit) item).question()));
        }
        return read;
    }

    /** Those of a file; none of one that is no file of questions. */
    private static List<NewQuestion> questions(Path file) throws IOException {
        QuestionFile bytes = () -> Files.newInputStream(file);
        List<NewQuestion> questions = new ArrayList<>();
        try (QuestionReader reader =
                QuestionFormat.detect(bytes).open(bytes, new Defaults(CategoryTag.named("collected"), "en"))) {
            for (ParsedItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof ParsedItem.Fit fit) {
                    questions.add(fit.question());
                }
            }
        } catch (UnknownFormat licence) {
            return List.of();
        }
        return questions;
    }
}
