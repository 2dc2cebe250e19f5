package app.vstrivia.api.question.format;

import app.vstrivia.api.question.format.archive.Archive;
import app.vstrivia.api.question.format.sheet.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells formats apart by their content: names and media types of files are often wrong. */
final class FormatDetection {
    private static final int GLANCE = 64 * 1024;
    private static final Pattern OPENTRIVIAQA = Pattern.compile("(?m)^#Q");
    private static final Pattern AIKEN = Pattern.compile("(?m)^ANSWER:\\s*[A-Z]");
    private static final Pattern GIFT_CATEGORY = Pattern.compile("(?m)^[ \\t]*\\$CATEGORY:");

    private FormatDetection() {}

    static QuestionFormat of(QuestionFile file) throws IOException {
        byte[] glance;
        try (InputStream bytes = file.open()) {
            glance = bytes.readNBytes(GLANCE);
        }
        String start = new String(glance, StandardCharsets.ISO_8859_1).replaceFirst("^\u00ef\u00bb\u00bf", "");
        if (start.startsWith("PK\u0003\u0004")) {
            return zipped(file);
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return QuestionFormat.CSV; // UTF-16: what spreadsheets call Unicode text, and nothing else here
        }
        // GIFT may begin with a brace, too: an answer that stands before its question
        if (start.stripLeading().matches("(?s)\\{\\s*(\"|\\}).*")) {
            return JsonOutline.looksLike(file);
        }
        if (OPENTRIVIAQA.matcher(start).find()) {
            return QuestionFormat.OPENTRIVIAQA;
        }
        if (CsvReader.isHeader(start.lines().findFirst().orElse(""))) {
            return QuestionFormat.CSV;
        }
        if (AIKEN.matcher(start).find()) {
            return QuestionFormat.AIKEN;
        }
        if (isGift(start)) {
            return QuestionFormat.GIFT;
        }
        throw new UnknownFormat("The file looks like none of the formats that can be read.");
    }

    /** A category, a title or a pair of braces. */
    private static boolean isGift(String start) {
        int title = start.indexOf("::");
        int brace = start.indexOf('{');
        return GIFT_CATEGORY.matcher(start).find()
                || title >= 0 && start.indexOf("::", title + 2) > 0
                || brace >= 0 && start.indexOf('}', brace) > 0;
    }

    private static QuestionFormat zipped(QuestionFile file) throws IOException {
        try (Archive archive = Archive.open(file)) {
            if (archive.has("manifest.json")) {
                return QuestionFormat.VSTRIVIA_ZIP;
            }
            if (archive.has("imsmanifest.xml")) {
                return QuestionFormat.QTI;
            }
            if (archive.has("xl/workbook.xml")) {
                return QuestionFormat.KAHOOT;
            }
        } catch (UnreadableFile e) {
            throw new UnknownFormat("The file begins like a zip and is none that can be read: " + e.getDetail());
        }
        throw new UnknownFormat("The zip is neither a VS Trivia export nor a QTI package nor a spreadsheet.");
    }
}
