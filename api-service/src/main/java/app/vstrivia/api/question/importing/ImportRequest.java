package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.format.QuestionFormat;

/**
 * How to read a file.
 *
 * @param format a format's name; null or {@code auto} to find it out
 * @param name the file's name, for the report, and the category of files that name none; may be null
 * @param category the category of questions that name none; null to take it from the file's name
 * @param language a BCP 47 tag for files that do not say their own; null for English
 * @param source where files come from that do not say it; may be null
 * @param licence of files that do not say their own; may be null
 * @param status what the questions are from then on
 * @param dryRun tells what would be, and changes nothing
 */
public record ImportRequest(
        String format,
        String name,
        String category,
        String language,
        String source,
        String licence,
        QuestionStatus status,
        boolean dryRun) {
    /** The same, of a format that is known. */
    public ImportRequest of(QuestionFormat known) {
        return new ImportRequest(known.wire(), name, category, language, source, licence, status, dryRun);
    }

    /** An import that counts. */
    public ImportRequest(String format, String name, String category, String language) {
        this(format, name, category, language, null, null, QuestionStatus.APPROVED, false);
    }
}
