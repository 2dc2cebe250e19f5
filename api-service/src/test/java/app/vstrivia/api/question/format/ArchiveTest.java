package app.vstrivia.api.question.format;

import static app.vstrivia.api.question.format.QuestionFormat.VSTRIVIA_ZIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.format.archive.Archive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final String MANIFEST =
            "{\"format\":\"vstrivia-questions\",\"source\":\"Us\",\"licence\":\"CC0\",\"questions\":["
                    + "{\"type\":\"text\",\"text\":\"Who?\",\"accepted\":[\"Ann\"],\"media\":{\"kind\":\"picture\",\"reference\":\"media/a.png\"}}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/passwd",
                "..\\evil",
                "C:/evil",
                "a/./b",
                "media/a\u0000.png",
                ".."
            })
    void namesThatLeadOutAreRefused(String name) {
        String why = refusal(Parsing.zip(Map.of(name, "x", "manifest.json", MANIFEST)));

        assertTrue(why.contains("name"), why);
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }

        assertTrue(bytes.size() < 200_000);
        assertEquals("A file of the zip inflates to far more than it should.", refusal(bytes.toByteArray()));
    }

    @Test
    void manySmallBombsAreOneBigOne() {
        Map<String, String> files = new LinkedHashMap<>();
        String million = "0".repeat(1 << 20);
        for (int i = 0; i < 300; i++) {
            files.put("media/" + i, million);
        }

        assertEquals("The zip inflates to more than 256 MB.", refusal(Parsing.zip(files)));
    }

    @Test
    void aSpreadsheetIsReadOnTheHeapAndSmaller() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put("xl/" + i, "0".repeat(1 << 20));
        }

        UnreadableFile refusal =
                assertThrows(UnreadableFile.class, () -> Parsing.all(QuestionFormat.KAHOOT, Parsing.zip(files)));
        assertEquals("The zip inflates to more than 32 MB.", refusal.getDetail());
    }

    @Test
    void aZipOfTooManyFilesIsRefused() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 5001; i++) {
            files.put("media/" + i, "");
        }

        assertEquals("The zip holds more than 5000 files.", refusal(Parsing.zip(files)));
    }

    @Test
    void twoFilesOfOneNameAreRefused() {
        byte[] zip = Parsing.zip(Map.of("a.json", "one", "b.json", "two"));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("b.json", "a.json");

        assertEquals("The zip holds two files of one name.", refusal(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aDamagedZipIsUnreadable() {
        byte[] zip = Parsing.zip(Map.of("manifest.json", MANIFEST));

        for (int length : new int[] {0, 4, zip.length / 2, zip.length - 10}) {
            assertTrue(refusal(Arrays.copyOf(zip, length)).contains("damaged"));
        }
    }

    @Test
    void aPictureThatIsMissingRefusesItsQuestionOnly() {
        assertEquals("media-missing", Parsing.refusal(VSTRIVIA_ZIP, Parsing.zip(Map.of("manifest.json", MANIFEST))));
        Parsing.fit(VSTRIVIA_ZIP, Parsing.zip(Map.of("manifest.json", MANIFEST, "media/a.png", "x")));
        assertThrows(UnreadableFile.class, () -> Parsing.all(VSTRIVIA_ZIP, Parsing.zip(Map.of("media/a.png", "x"))));
    }

    private static String refusal(byte[] zip) {
        return assertThrows(UnreadableFile.class, () -> Archive.open(() -> new ByteArrayInputStream(zip))
                        .close())
                .getDetail();
    }
}
