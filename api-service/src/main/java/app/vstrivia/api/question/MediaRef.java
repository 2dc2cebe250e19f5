package app.vstrivia.api.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A picture or a video that belongs to a question. Never an address elsewhere: showing it would tell its owner who plays.
 *
 * @param reference the id of a medium, or {@code media/…} in one of our zips
 */
public record MediaRef(Kind kind, String reference) {
    private static final Pattern REFERENCE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|media/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    /** What it is. */
    @Schema(name = "MediaKind")
    public enum Kind {
        PICTURE,
        VIDEO;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst();
        }
    }

    /** @throws IllegalArgumentException if the reference is neither */
    public MediaRef {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference is the id of a medium or media/ and a file's name");
        }
    }

    /** Whether it is a file of the zip that the question came in. */
    public boolean isInZip() {
        return reference.startsWith("media/");
    }
}
