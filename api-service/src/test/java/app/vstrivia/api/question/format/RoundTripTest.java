package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again, whatever it is: {@code -Dround-trip.seed=…} repeats a run, {@code .questions} makes it longer. */
class RoundTripTest {
    private static final long SEED = Long.getLong("round-trip.seed", System.nanoTime());
    private static final int QUESTIONS = Integer.getInteger("round-trip.questions", 500);
    private static final Set<String> REASONS = Set.of("unsupported-type", "unsupported-text", "media-not-taken");
    private static final MediaFiles MEDIA =
            media -> Optional.of(new ByteArrayInputStream(media.reference().getBytes(StandardCharsets.UTF_8)));

    private final List<NewQuestion> written = new ArrayList<>();
    private final Set<String> reasons = new TreeSet<>();
    private int leftOut;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"VSTRIVIA_ZIP", "VSTRIVIA", "CSV"})
    void ourOwnFormatsGiveBackEverything(ExportFormat format) throws IOException {
        List<NewQuestion> read = roundTrip(format);

        assertAlike(read, question -> question);
        if (format == ExportFormat.VSTRIVIA_ZIP) {
            assertEquals(QUESTIONS, written.size());
        } else {
            assertTrue(written.stream()
                    .noneMatch(question ->
                            question.media() != null && question.media().isInZip()));
            assertTrue(leftOut < QUESTIONS / 4, () -> leftOut + " left out");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"GIFT", "AIKEN", "QTI", "QTI_3", "OPENTDB", "KAHOOT", "RAHOOT", "OPENTRIVIAQA"})
    void otherFormatsGiveBackWhatIsAskedAndWhatIsRight(ExportFormat format) throws IOException {
        List<NewQuestion> read = roundTrip(format);

        assertTrue(written.size() > QUESTIONS / 20, () -> written.size() + " written");
        assertEquals(QUESTIONS, written.size() + leftOut);
        assertEquals(written.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            NewQuestion expected = written.get(i);
            String seed = "with -Dround-trip.seed=" + SEED + "\n" + expected + "\n" + read.get(i);
            assertEquals(Essence.of(expected), Essence.of(read.get(i)), seed);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"QTI", "QTI_3"})
    void qtiKeepsExplanationsTagsAndPicturesWithWhatStandsForThem(ExportFormat format) throws IOException {
        List<NewQuestion> read = roundTrip(format);

        int pictures = 0;
        for (int i = 0; i < read.size(); i++) {
            MediaRef expected = written.get(i).media();
            MediaRef found = read.get(i).media();
            assertEquals(written.get(i).explanation(), read.get(i).explanation(), "-Dround-trip.seed=" + SEED);
            assertEquals(written.get(i).tags(), read.get(i).tags(), "-Dround-trip.seed=" + SEED);
            assertEquals(expected == null, found == null);
            if (expected != null) {
                pictures++;
                assertEquals(
                        expected.caption().alternative(), found.caption().alternative(), "-Dround-trip.seed=" + SEED);
            }
        }
        assertTrue(pictures > 0);
    }

    @Test
    void giftKeepsExplanationsCategoriesAndTags() throws IOException {
        List<NewQuestion> read = roundTrip(ExportFormat.GIFT);

        for (int i = 0; i < read.size(); i++) {
            assertEquals(written.get(i).explanation(), read.get(i).explanation());
            assertEquals(
                    written.get(i).category().slug(), read.get(i).category().slug());
            assertEquals(written.get(i).tags(), read.get(i).tags());
        }
    }

    @Test
    void whatAFormatCannotSayIsLeftOutWithAReason() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            written.clear();
            reasons.clear();
            leftOut = 0;
            roundTrip(format);

            assertEquals(QUESTIONS, written.size() + leftOut, format::wire);
            assertTrue(REASONS.containsAll(reasons), () -> format.wire() + " " + reasons);
            assertEquals(format == ExportFormat.VSTRIVIA_ZIP, reasons.isEmpty(), format::wire);
        }
    }

    @Test
    void noCellOfATableIsAFormula() throws IOException {
        String csv = new String(file(ExportFormat.CSV), StandardCharsets.UTF_8);

        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(1)))) {
            for (var row : parser) {
                for (String cell : row) {
                    assertTrue(isHarmless(cell), cell);
                }
            }
        }
        // as a spreadsheet splits it whose list separator is another, and which does not see where a text begins
        for (String cell : csv.substring(1).split("[;\\t|\\r\\n]\"?")) {
            assertTrue(isHarmless(cell), cell);
        }
    }

    private static boolean isHarmless(String cell) {
        return cell.isEmpty() || cell.matches("-?[0-9.]+") || "=+-@\t\r".indexOf(cell.charAt(0)) < 0;
    }

    private List<NewQuestion> roundTrip(ExportFormat format) throws IOException {
        byte[] file = file(format);
        List<NewQuestion> read = new ArrayList<>();
        for (ParsedItem item : Parsing.all(readAs(format), file)) {
            assertTrue(item instanceof ParsedItem.Fit, () -> "with -Dround-trip.seed=" + SEED + " " + item);
            read.add(((ParsedItem.Fit) item).question());
        }
        return read;
    }

    private static QuestionFormat readAs(ExportFormat format) {
        return format == ExportFormat.QTI_3 ? QuestionFormat.QTI : QuestionFormat.of(format.wire());
    }

    private byte[] file(ExportFormat format) throws IOException {
        RandomQuestions random = new RandomQuestions(SEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (QuestionWriter writer = format.open(bytes, MEDIA)) {
            for (int i = 0; i < QUESTIONS; i++) {
                NewQuestion question = random.next();
                try {
                    writer.write(question);
                    written.add(question);
                } catch (Unfit e) {
                    reasons.add(e.note().code());
                    leftOut++;
                }
            }
        }
        return bytes.toByteArray();
    }

    private void assertAlike(List<NewQuestion> read, UnaryOperator<NewQuestion> known) {
        assertEquals(written.size(), read.size(), "with -Dround-trip.seed=" + SEED);
        for (int i = 0; i < read.size(); i++) {
            assertEquals(known.apply(written.get(i)), read.get(i), "with -Dround-trip.seed=" + SEED);
        }
    }
}
