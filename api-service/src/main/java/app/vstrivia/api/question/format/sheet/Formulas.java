package app.vstrivia.api.question.format.sheet;

import java.util.regex.Pattern;

/** Keeps spreadsheets from running what somebody wrote as a question. */
final class Formulas {
    /** How a formula begins, also in full width; apostrophes before it are ours or would be taken for ours. */
    private static final Pattern DANGEROUS = Pattern.compile("(?s)'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20].*");

    private Formulas() {}

    /** The text as a cell may have it: a spreadsheet shows the rest of a cell that begins with an apostrophe. */
    static String neutralised(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that {@link #neutralised} had. */
    static String original(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
