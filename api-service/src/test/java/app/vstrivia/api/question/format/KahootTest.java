package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.Parsing.choices;
import static app.vstrivia.api.question.format.QuestionFormat.KAHOOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.format.archive.Archive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KahootTest {
    @Test
    void theQuizOfTheTemplateIsTakenAsAWhole() throws IOException {
        var folder = QuestionFiles.find("kahoot");
        Assumptions.assumeTrue(folder.isPresent(), QuestionFiles.missing("kahoot"));

        byte[] file = Parsing.read(folder.get().resolve("kahoot-quiz-from-csv.xlsx"));
        List<ParsedItem> items = Parsing.all(QuestionFormat.detect(() -> new ByteArrayInputStream(file)), file);

        assertEquals(
                List.of(),
                items.stream().filter(ParsedItem.Refused.class::isInstance).toList());
        assertEquals(16, items.size());
        ParsedItem.Fit first = (ParsedItem.Fit) items.get(0);
        assertEquals(9, first.line());
        assertEquals(
                List.of(
                        "+Keep singing gently and with good technique",
                        "-Stop singing completely",
                        "-Sing as loudly as possible",
                        "-Only hum quietly"),
                choices(first));
        assertEquals(20, first.question().timeLimit());
    }

    @Test
    void cellsMayBeNumbers() {
        ParsedItem.Fit item =
                Parsing.fit(KAHOOT, sheet(sheet -> row(sheet, 8, 7, 1990, 1991.0, true, null, 20.0, 1.0)));

        assertEquals("7", item.question().text());
        assertEquals(List.of("+1990", "-1991", "-True"), choices(item));
        assertEquals(20, item.question().timeLimit());
    }

    @Test
    void rowsThatMakeNoSenseAreRefusedAndTheOthersTaken() {
        List<ParsedItem> items = Parsing.all(KAHOOT, sheet(sheet -> {
            row(sheet, 8, "Fine?", "a", "b", null, null, 20, "1");
            row(sheet, 9, null, null, null, null, null, 20, null);
            row(sheet, 10, "Ambiguous?", "a", "b", null, null, 20, 1.2);
            row(sheet, 11, "Beyond?", "a", "b", null, null, 20, "3");
            row(sheet, 12, "No answer?", "a", "b", null, null, 20, null);
            row(sheet, 13, "When?", "a", "b", null, null, "soon", "1");
            sheet.value(14, 1, "Formula?");
            sheet.formula(14, 2, "1+1");
            row(sheet, 15, null, "a", "b", null, null, 20, "1");
        }));

        assertEquals(
                List.of(
                        "9 fit",
                        "11 answer-not-among-choices",
                        "12 answer-not-among-choices",
                        "13 answer-missing",
                        "14 bad-time-limit",
                        "15 not-a-value",
                        "16 empty-question"),
                items.stream()
                        .map(item -> item.line() + " "
                                + (item instanceof ParsedItem.Refused refused
                                        ? refused.note().code()
                                        : "fit"))
                        .toList());
    }

    @Test
    void aColumnOfImagesHasAddresses() throws IOException {
        byte[] file = sheet(sheet -> {
            sheet.value(7, 8, "Image (address)");
            row(sheet, 8, "Who?", "a", "b", null, null, 20, "1");
            sheet.value(8, 8, "https://example.org/face.png");
            row(sheet, 9, "None?", "a", "b", null, null, 20, "1");
            row(sheet, 10, "Where?", "a", "b", null, null, 20, "1");
            sheet.value(10, 8, "face.png");
        });

        try (QuestionReader reader = KAHOOT.open(() -> new ByteArrayInputStream(file), Parsing.DEFAULTS)) {
            MediaRef media = ((ParsedItem.Fit) reader.next()).question().media();
            assertEquals(Optional.of("https://example.org/face.png"), reader.address(media));
            assertNull(((ParsedItem.Fit) reader.next()).question().media());
            assertEquals(
                    "media-not-taken",
                    ((ParsedItem.Refused) reader.next()).note().code());
        }
    }

    @Test
    void anotherSheetIsUnreadable() {
        assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, Parsing.zip(Map.of("xl/workbook.xml", "<a/>"))));
        assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, "PK"));
        assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, workbook(sheet -> sheet.value(0, 0, "Hello"))));
    }

    @Test
    void aCellThatIsFarAwayTakesNoMemory() {
        byte[] sheet = sheet(rows -> row(rows, 8, "Fine?", "a", "b", null, null, 20, "1"));

        for (String place : List.of("ZZZZZZ9", "XFE9", "B99999999", "b9", "9")) {
            byte[] evil = replaced(sheet, "xl/worksheets/sheet1.xml", "r=\"B9\"", "r=\"" + place + "\"");
            assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, evil), place);
        }
        byte[] row = replaced(sheet, "xl/worksheets/sheet1.xml", "<row r=\"9\"", "<row r=\"999999999\"");
        assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, row));
    }

    @Test
    void aDocumentTypeIsNotLookedAt() {
        byte[] sheet = sheet(rows -> row(rows, 8, "Fine?", "a", "b", null, null, 20, "1"));
        String root = "<worksheet ";

        for (String type : List.of("<!DOCTYPE a [<!ENTITY x \"]x\">]>", "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM \"x\">")) {
            byte[] evil = replaced(sheet, "xl/worksheets/sheet1.xml", root, type + root);
            assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, evil), type);
        }
    }

    @Test
    void aSheetThatRefersToNothingIsDamaged() {
        byte[] sheet = sheet(rows -> row(rows, 8, "Fine?", "a", "b", null, null, 20, "1"));
        byte[] textless = replaced(sheet, "xl/worksheets/sheet1.xml", "<v>1</v>", "<v>99999</v>");
        byte[] open = replaced(sheet, "xl/worksheets/sheet1.xml", "</sheetData>", "");

        assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, textless));
        assertThrows(UnreadableFile.class, () -> Parsing.all(KAHOOT, open));
    }

    /** The zip with another text in one of its files. */
    private static byte[] replaced(byte[] zip, String name, String text, String by) {
        Map<String, String> files = new LinkedHashMap<>();
        try (Archive archive = Archive.open(() -> new ByteArrayInputStream(zip))) {
            for (String entry : archive.names()) {
                try (InputStream bytes = archive.open(entry)) {
                    files.put(entry, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(files.get(name).contains(text), files.get(name));
        files.replace(name, files.get(name).replace(text, by));
        return Parsing.zip(files);
    }

    private static byte[] sheet(Consumer<Worksheet> rows) {
        return workbook(sheet -> {
            sheet.value(0, 1, "Quiz template");
            row(
                    sheet,
                    7,
                    "Question - max 120 characters",
                    "Answer 1",
                    "Answer 2",
                    "Answer 3",
                    "Answer 4",
                    "Time limit",
                    "Correct answer(s)");
            rows.accept(sheet);
        });
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i + 1, number);
            } else if (cells[i] instanceof Boolean value) {
                sheet.value(row, i + 1, value);
            } else if (cells[i] != null) {
                sheet.value(row, i + 1, cells[i].toString());
            }
        }
    }

    private static byte[] workbook(Consumer<Worksheet> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            content.accept(book.newWorksheet("Sheet1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
