package app.vstrivia.api.question.importing;

/**
 * How to read a file.
 *
 * @param format a format's name; null or {@code auto} to find it out
 * @param name the file's name, for the report, and the category of files that name none; may be null
 * @param category the category of questions that name none; null to take it from the file's name
 * @param language a BCP 47 tag for files that do not say their own; null for English
 */
public record ImportRequest(String format, String name, String category, String language) {}
