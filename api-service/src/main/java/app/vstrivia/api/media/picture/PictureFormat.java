package app.vstrivia.api.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What we read, known by the first bytes. */
enum PictureFormat {
    JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "\u0089PNG\r\n\u001a\n"),
    GIF("image/gif", "GIF8"),
    WEBP("image/webp", "RIFF????WEBP");

    private final String type;
    private final byte[] first;

    PictureFormat(String type, String first) {
        this.type = type;
        this.first = first.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The media type. */
    String type() {
        return type;
    }

    static Optional<PictureFormat> of(ByteBuffer content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    private boolean begins(ByteBuffer content) {
        if (content.limit() < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (first[i] != '?' && first[i] != content.get(i)) {
                return false;
            }
        }
        return true;
    }
}
