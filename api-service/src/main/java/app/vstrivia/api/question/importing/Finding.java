package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.Note;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something about one item of a file that its author should know.
 *
 * @param line where it is; the first is 1
 * @param code stable, for programs
 * @param reason a sentence for people
 * @param excerpt the item's first 120 characters at most, on one line
 */
public record Finding(int line, Outcome outcome, String code, String reason, String excerpt) {
    private static final int EXCERPT = 120;

    /** What became of the item. */
    public enum Outcome {
        /** It is not in the bank. */
        @JsonProperty("refused")
        REFUSED,
        /** It is in the bank, but not quite as it was written. */
        @JsonProperty("repaired")
        REPAIRED,
        /** It was in the bank before. */
        @JsonProperty("duplicate")
        DUPLICATE
    }

    static Finding of(int line, Outcome outcome, Note note, String text) {
        String flat = text.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
        int length = Math.min(flat.length(), EXCERPT);
        if (length < flat.length() && Character.isHighSurrogate(flat.charAt(length - 1))) {
            length--;
        }
        return new Finding(line, outcome, note.code(), note.reason(), flat.substring(0, length));
    }
}
