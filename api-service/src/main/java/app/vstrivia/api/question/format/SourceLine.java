package app.vstrivia.api.question.format;

/**
 * One line of a text file, decoded.
 *
 * @param number the first is 1
 * @param repair what was put right while decoding, or null
 * @param damage why the line cannot be trusted, or null
 */
public record SourceLine(int number, String text, Note repair, Note damage) {
    public boolean isBlank() {
        return text.isBlank();
    }

    public boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }
}
