package app.vstrivia.api.question.format.sheet;

import java.util.regex.Pattern;

/** Keeps spreadsheets from running what somebody wrote as a question. */
final class Formulas {
    /** How a formula begins, also in full width; apostrophes before it are ours or would be taken for ours. */
    private static final Pattern DANGEROUS = Pattern.compile("(?s)'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20].*");

    /** The same behind a sign that some spreadsheet takes for the end of a cell, where the list separator is another. */
    private static final Pattern WITHIN = Pattern.compile("(?<=[;|\t\r\n\"])('*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])");

    private static final Pattern NEUTRALISED =
            Pattern.compile("(?<=[;|\t\r\n\"])'('*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])");

    private Formulas() {}

    /** The text as a cell may have it: a spreadsheet shows the rest of a cell that begins with an apostrophe. */
    static String neutralised(String text) {
        String within = WITHIN.matcher(text).replaceAll("$1'");
        return DANGEROUS.matcher(within).matches() ? "'" + within : within;
    }

    /** The text that {@link #neutralised} had. */
    static String original(String cell) {
        String within = cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
        return NEUTRALISED.matcher(within).replaceAll("$1");
    }
}
