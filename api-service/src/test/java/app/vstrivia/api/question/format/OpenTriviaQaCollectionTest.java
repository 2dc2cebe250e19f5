package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Fingerprint;
import app.vstrivia.api.question.NewQuestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the whole collection, each figure counted by hand as well. */
class OpenTriviaQaCollectionTest {
    /** File, questions read, duplicates of questions before them in this or an earlier file. */
    private static final String FIGURES = """
            animals 1366 1
            celebrities 3196 36
            entertainment 280 1
            general 3290 11
            geography 842 0
            history 1645 8
            hobbies 1242 2
            literature 1288 19
            movies 4313 55
            people 2743 4
            religion-faith 638 0
            science-technology 2486 0
            television 5230 7
            video-games 599 4
            world 4875 14
            """;

    /** All that is refused, and what is repaired of the rest. */
    private static final String FINDINGS = """
            animals:6515 repaired duplicate-choice
            celebrities:6555 repaired duplicate-choice
            celebrities:7977 repaired duplicate-choice
            celebrities:12037 repaired quotation-mark-restored
            celebrities:12217 repaired quotation-mark-restored
            celebrities:12282 repaired quotation-mark-restored
            celebrities:14661 repaired duplicate-choice
            celebrities:16955 repaired duplicate-choice
            geography:2009 repaired duplicate-choice
            geography:4376 repaired duplicate-choice
            history:1698 repaired quotation-mark-restored
            history:4268 refused damaged-character
            literature:7237 repaired quotation-mark-restored
            literature:7261 repaired quotation-mark-restored
            movies:24596 repaired duplicate-choice
            people:7534 repaired duplicate-choice
            people:10333 repaired duplicate-choice
            people:12232 repaired invisible-characters
            science-technology:2313 refused damaged-character
            science-technology:7923 repaired duplicate-choice
            science-technology:12068 repaired duplicate-choice
            television:7779 repaired duplicate-choice
            television:15168 repaired duplicate-choice
            television:27138 repaired duplicate-choice
            video-games:713 repaired duplicate-choice
            world:10310 repaired quotation-mark-restored
            world:10520 repaired duplicate-choice
            world:21849 repaired duplicate-choice
            world:22394 repaired duplicate-choice
            world:29728 repaired empty-choice
            world:30561 repaired duplicate-choice
            """;

    private Path folder;

    @BeforeEach
    void findTheFiles() {
        var found = QuestionFiles.find("opentriviaqa");
        Assumptions.assumeTrue(found.isPresent(), QuestionFiles.missing("opentriviaqa"));
        folder = found.get();
    }

    @Test
    void everyQuestionIsTakenButTheDamagedOnes() throws IOException {
        List<String> figures = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        Set<Fingerprint> bank = new HashSet<>();
        for (Path file : files()) {
            int read = 0;
            int duplicates = 0;
            for (ParsedItem item : items(file)) {
                read++;
                String place = file.getFileName() + ":" + item.line();
                if (item instanceof ParsedItem.Refused refused) {
                    findings.add(place + " refused " + refused.note().code());
                    continue;
                }
                ParsedItem.Fit fit = (ParsedItem.Fit) item;
                if (!bank.add(Fingerprint.of(fit.question()))) {
                    duplicates++;
                } else if (!fit.repairs().isEmpty()) {
                    findings.add(place + " repaired " + fit.repairs().get(0).code());
                }
            }
            figures.add(file.getFileName() + " " + read + " " + duplicates);
        }

        assertEquals(FIGURES.lines().toList(), figures);
        assertEquals(FINDINGS.lines().toList(), findings);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatIsTakenIsWrittenInEveryFormatAndReadAgain(ExportFormat format) throws IOException {
        List<NewQuestion> questions = new ArrayList<>();
        for (ParsedItem item : items(folder.resolve("animals"))) {
            if (item instanceof ParsedItem.Fit fit) {
                questions.add(fit.question());
            }
        }
        List<Fingerprint> written = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (QuestionWriter writer = format.open(bytes, media -> Optional.empty())) {
            for (NewQuestion question : questions) {
                try {
                    writer.write(question);
                    written.add(Fingerprint.of(question));
                } catch (Unfit e) {
                    leftOut.add(e.note().code());
                }
            }
        }

        QuestionFile file = () -> new ByteArrayInputStream(bytes.toByteArray());
        List<Fingerprint> read = new ArrayList<>();
        for (ParsedItem item : Parsing.all(QuestionFormat.detect(file), bytes.toByteArray())) {
            read.add(Fingerprint.of(((ParsedItem.Fit) item).question()));
        }

        assertEquals(questions.size(), written.size() + leftOut.size());
        assertEquals(
                Set.of(),
                leftOut.stream().filter(why -> !why.equals("unsupported-text")).collect(Collectors.toSet()));
        assertTrue(leftOut.isEmpty() || format == ExportFormat.KAHOOT, () -> leftOut.size() + " left out");
        assertEquals(written, read);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith("LICENSE")).sorted().toList();
        }
    }

    private static List<ParsedItem> items(Path file) throws IOException {
        Defaults defaults = new Defaults(CategoryTag.named(file.getFileName().toString()), "en");
        QuestionFile source = () -> Files.newInputStream(file);
        try (QuestionReader reader = QuestionFormat.detect(source).open(source, defaults)) {
            List<ParsedItem> items = new ArrayList<>();
            for (ParsedItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
            return items;
        }
    }
}
