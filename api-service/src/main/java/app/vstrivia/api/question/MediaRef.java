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
 * @param reference the id of a medium, or {@code media/…} in the zip that the question comes in
 * @param content SHA-256 of the file as it first came, 64 hexadecimal digits: the same question is known by it, whatever its
 *     medium is called; null as long as that is not known
 */
public record MediaRef(Kind kind, String reference, String content, MediaCaption caption) {
    private static final Pattern REFERENCE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|media/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{64}");

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

    /** One of which nothing else is known. */
    public MediaRef(Kind kind, String reference) {
        this(kind, reference, null, MediaCaption.NONE);
    }

    /** @throws IllegalArgumentException if the reference or the content is none */
    public MediaRef {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference is the id of a medium or media/ and a file's name");
        }
        if (content != null && !CONTENT.matcher(content).matches()) {
            throw new IllegalArgumentException("a content is 64 hexadecimal digits, in lower case");
        }
    }

    /** The same medium under another reference. */
    public MediaRef at(String other) {
        return new MediaRef(kind, other, content, caption);
    }

    /** The same medium, of which it is known what it is. */
    public MediaRef knownAs(String itsContent) {
        return new MediaRef(kind, reference, itsContent, caption);
    }

    /** Whether it is a file of the zip that the question came in. */
    public boolean isInZip() {
        return reference.startsWith("media/");
    }
}
