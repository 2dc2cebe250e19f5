package app.vstrivia.api.media.video;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What browsers play, known by the first bytes. */
public enum VideoFormat {
    MP4("video/mp4", "video.mp4") {
        @Override
        boolean begins(byte[] content) {
            return text(content, 4, 4).equals("ftyp") && BRANDS.contains(text(content, 8, 4));
        }
    },
    WEBM("video/webm", "video.webm") {
        @Override
        boolean begins(byte[] content) {
            return text(content, 0, 4).equals("\u001aE\u00df\u00a3")
                    && text(content, 0, HEADER).contains("\u0042\u0082\u0084webm");
        }
    };

    /** How much of a file tells what it is. */
    static final int HEADER = 64;

    /** Files of the same shape that are pictures or QuickTime have others. */
    private static final Set<String> BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "M4V ", "MSNV", "f4v ");

    private final String type;
    private final String fileName;

    VideoFormat(String type, String fileName) {
        this.type = type;
        this.fileName = fileName;
    }

    /** @throws IllegalArgumentException if it is none of these */
    @JsonCreator
    static VideoFormat of(String type) {
        return Arrays.stream(values())
                .filter(format -> format.type.equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such type"));
    }

    /** What a file is that begins so; empty if it is none of these. */
    static Optional<VideoFormat> beginning(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    /** The media type. */
    @JsonValue
    public String type() {
        return type;
    }

    String fileName() {
        return fileName;
    }

    /** Whether a file that begins so is one of these. */
    abstract boolean begins(byte[] content);

    private static String text(byte[] content, int from, int length) {
        int begin = Math.min(from, content.length);
        int end = Math.min(from + length, content.length);
        return new String(content, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}
