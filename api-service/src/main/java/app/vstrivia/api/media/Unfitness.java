package app.vstrivia.api.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a file is not taken. */
public enum Unfitness {
    UNSUPPORTED_TYPE("It is none of JPEG, PNG, GIF and WebP, or MP4 and WebM for a video."),
    TOO_MANY_BYTES("The file is larger than allowed."),
    TOO_MANY_PIXELS("The picture is wider, higher or larger than allowed."),
    ANIMATED("The picture moves; a WebP must stand still."),
    TOO_COMPLEX("The picture is built from more parts than a picture needs."),
    UNREADABLE("The picture is broken, or ends before it is complete."),
    WRONG_SIZE("The file has not as many bytes as was said.");

    private final String words;

    Unfitness(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The value as the table and the wire write it. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Unfitness of(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
