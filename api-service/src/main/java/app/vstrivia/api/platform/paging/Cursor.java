package app.vstrivia.api.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/**
 * A position in a list: the sort keys of the last item that was given out.
 *
 * @param keys as texts without the character U+001F
 */
public record Cursor(List<String> keys) {
    /** The longest text of a cursor, in characters. */
    static final int LONGEST = 1_000;

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /** The text for clients. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key at {@code index}, which is an instant.
     *
     * @throws IllegalArgumentException if the database could not hold it
     * @throws java.time.DateTimeException if it is none
     */
    public LocalDateTime moment(int index) {
        LocalDateTime moment = LocalDateTime.ofInstant(Instant.parse(keys.get(index)), ZoneOffset.UTC);
        if (moment.getYear() < 1970 || moment.getYear() > 9999) {
            throw new IllegalArgumentException("out of range");
        }
        return moment;
    }

    /** @throws InvalidPage if it is not what {@link #text} makes of {@code parts} keys */
    static Cursor parse(String text, int parts) {
        try {
            if (text.length() <= LONGEST) {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                String joined = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                Cursor cursor = new Cursor(List.of(joined.split(SEPARATOR, -1)));
                if (cursor.keys.size() == parts) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new InvalidPage("cursor", "is not a cursor of this list");
        }
        throw new InvalidPage("cursor", "is not a cursor of this list");
    }
}
