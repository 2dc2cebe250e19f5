package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.question.CategoryTag;
import app.vstrivia.api.question.Difficulty;
import app.vstrivia.api.question.MediaRef;
import app.vstrivia.api.question.NewQuestion;
import app.vstrivia.api.question.Provenance;
import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.format.archive.ZipRoom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Zips of ours that are as large as imports take them, and no larger. */
class ZipBoundTest {
    private static final int PICTURES = 300;
    private static final int SIZE = 250_000;

    /** Each picture's bytes follow from its name, and do not become less. */
    private static final MediaFiles MEDIA = media -> Optional.of(new ByteArrayInputStream(picture(media)));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"VSTRIVIA_ZIP", "QTI", "QTI_3"})
    void whatIsMoreThanAnImportTakesIsLeftOutAndTheRestIsReadAgain(ExportFormat format) throws IOException {
        List<String> leftOut = new ArrayList<>();
        List<NewQuestion> written = new ArrayList<>();
        Path file = folder.resolve("questions.zip");
        try (OutputStream bytes = Files.newOutputStream(file);
                QuestionWriter writer = format.open(bytes, MEDIA)) {
            for (int i = 0; i < PICTURES; i++) {
                try {
                    writer.write(question(i));
                    written.add(question(i));
                } catch (Unfit full) {
                    leftOut.add(full.note().code());
                }
            }
        }

        assertEquals(PICTURES, written.size() + leftOut.size());
        assertEquals(List.of("file-full"), List.copyOf(new TreeSet<>(leftOut)));
        long size = Files.size(file);
        assertTrue(size <= ZipRoom.LARGEST_FILE && size > ZipRoom.LARGEST_FILE * 9 / 10, () -> size + " bytes");
        QuestionFormat known = QuestionFormat.detect(() -> Files.newInputStream(file));
        try (QuestionReader reader = known.open(() -> Files.newInputStream(file), Parsing.DEFAULTS)) {
            for (NewQuestion expected : written) {
                ParsedItem.Fit item = assertInstanceOf(ParsedItem.Fit.class, reader.next());
                assertEquals(expected.text(), item.question().text());
                try (InputStream picture = reader.open(item.question().media()).orElseThrow()) {
                    assertArrayEquals(picture(expected.media()), picture.readAllBytes());
                }
            }
            assertEquals(null, reader.next());
        }
    }

    @Test
    void aTextThatShrinksLikeNoHonestOneIsReadAgainAllTheSame() throws IOException {
        int leftOut = 0;
        Path file = folder.resolve("repetitive.zip");
        try (OutputStream bytes = Files.newOutputStream(file);
                QuestionWriter writer = ExportFormat.VSTRIVIA_ZIP.open(bytes, MediaFiles.NONE)) {
            for (int i = 0; i < 20_000; i++) {
                try {
                    writer.write(repetitive());
                } catch (Unfit full) {
                    leftOut++;
                }
            }
        }

        int read = 0;
        try (QuestionReader reader =
                QuestionFormat.VSTRIVIA_ZIP.open(() -> Files.newInputStream(file), Parsing.DEFAULTS)) {
            while (reader.next() != null) {
                read++;
            }
        }
        assertEquals(20_000, read + leftOut);
    }

    @Test
    void theServerTakesBodiesOfThatSize() throws IOException {
        Properties settings = new Properties();
        try (InputStream bytes = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            settings.load(bytes);
        }

        assertEquals((ZipRoom.LARGEST_FILE >> 20) + "M", settings.getProperty("quarkus.http.limits.max-body-size"));
    }

    private static NewQuestion question(int number) {
        return question(
                "Who is number " + number + "?", null, new MediaRef(MediaRef.Kind.PICTURE, "media/" + number + ".jpg"));
    }

    private static NewQuestion repetitive() {
        return question("a".repeat(1_000), "a".repeat(1_000), null);
    }

    private static NewQuestion question(String text, String explanation, MediaRef media) {
        return new NewQuestion(
                new QuestionBody.Text(List.of("Ann")),
                text,
                explanation,
                media,
                CategoryTag.named("People"),
                List.of(),
                Difficulty.EASY,
                "en",
                null,
                new Provenance("Us", "CC0-1.0", null));
    }

    private static byte[] picture(MediaRef media) {
        byte[] bytes = new byte[SIZE];
        new Random(media.reference().hashCode()).nextBytes(bytes);
        return bytes;
    }
}
