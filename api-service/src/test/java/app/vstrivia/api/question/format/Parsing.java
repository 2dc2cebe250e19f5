package app.vstrivia.api.question.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.vstrivia.api.question.CategoryTag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Reads small files in tests. */
final class Parsing {
    static final Defaults DEFAULTS = new Defaults(CategoryTag.named("general"), "en");

    private Parsing() {}

    static List<ParsedItem> all(QuestionFormat format, byte[] file) {
        try (QuestionReader reader = format.open(() -> new ByteArrayInputStream(file), DEFAULTS)) {
            List<ParsedItem> items = new ArrayList<>();
            for (ParsedItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ParsedItem> all(QuestionFormat format, String file) {
        return all(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static ParsedItem.Fit fit(QuestionFormat format, byte[] file) {
        List<ParsedItem> items = all(format, file);
        assertEquals(1, items.size(), items::toString);
        return assertInstanceOf(ParsedItem.Fit.class, items.get(0));
    }

    static ParsedItem.Fit fit(QuestionFormat format, String file) {
        return fit(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(QuestionFormat format, byte[] file) {
        List<ParsedItem> items = all(format, file);
        assertEquals(1, items.size(), items::toString);
        return assertInstanceOf(ParsedItem.Refused.class, items.get(0)).note().code();
    }

    static String refusal(QuestionFormat format, String file) {
        return refusal(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static List<String> repairs(ParsedItem.Fit item) {
        return item.repairs().stream().map(Note::code).toList();
    }

    static List<String> choices(ParsedItem.Fit item) {
        return item.question().choices().stream()
                .map(choice -> (choice.correct() ? "+" : "-") + choice.text())
                .toList();
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zip of texts, each by its name. */
    static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Bytes as a file holds them: each character up to U+00FF is one byte. */
    static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
