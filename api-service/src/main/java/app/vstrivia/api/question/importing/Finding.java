package app.vstrivia.api.question.importing;

import app.vstrivia.api.question.format.Note;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something about one item of a file that its author should know.
 *
 * @param line where it is; the first is 1
 * @param code stable, for programs
 * @param reason a sentence for people
 * @param excerpt the item's first 120 characters at most, on one line
 * @param similar the question of the bank that it is much like; null if that is not what was found
 */
public record Finding(
        int line,
        Outcome outcome,
        String code,
        String reason,
        String excerpt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
        UUID similar) {
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
        DUPLICATE,
        /** It is in the bank, and much like another one: somebody should look at both. */
        @JsonProperty("look-alike")
        LOOK_ALIKE
    }

    static Finding of(int line, Outcome outcome, Note note, String text, UUID similar) {
        String flat = text.replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
        int length = Math.min(flat.length(), EXCERPT);
        if (length < flat.length() && Character.isHighSurrogate(flat.charAt(length - 1))) {
            length--;
        }
        return new Finding(line, outcome, note.code(), note.reason(), flat.substring(0, length), similar);
    }
}
