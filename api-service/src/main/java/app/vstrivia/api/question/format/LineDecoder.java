package app.vstrivia.api.question.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Decodes one line: UTF-8 where it is valid, else Windows-1252.
 *
 * <p>Some tool wrote a question mark in the place of each byte that Windows-1252 does not know (81, 8D, 8F, 90, 9D). A
 * closing quotation mark (E2 80 9D) lost its last byte in that way, and as only that mark is likely there, it is put
 * back. Where a letter was hit, nobody can tell which one it was: such a line is damaged.
 */
final class LineDecoder {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Note QUOTE = new Note("quotation-mark-restored", "a closing quotation mark was damaged");
    private static final Note MIXED = new Note("mixed-encoding", "the line mixes UTF-8 and Windows-1252");
    private static final Note LETTER = new Note(
            "damaged-character", "a character was lost when the file was converted: \u201c?\u201d within a word");
    private static final Note UNDEFINED =
            new Note("damaged-character", "a byte is valid neither in UTF-8 nor in Windows-1252");

    /** A question mark right after an accented letter and right before another letter. */
    private static final Pattern LOST_LETTER = Pattern.compile("[\u00c0-\u00ff]\\?[\\p{L}\u0080-\u00ff]");

    private static final Pattern LOST_QUOTE = Pattern.compile("\u00e2\u0080\\?");

    /** A character of two to four bytes in UTF-8, the bytes seen as characters. */
    private static final Pattern MULTI_BYTE = Pattern.compile(
            "[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}");

    private LineDecoder() {}

    static SourceLine decode(int number, byte[] bytes) {
        String text = utf8(bytes);
        if (text != null) {
            return new SourceLine(number, text, null, null);
        }
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        String quoted = LOST_QUOTE.matcher(raw).replaceAll("\u00e2\u0080\u009d");
        Note repair = quoted.equals(raw) ? null : QUOTE;
        text = utf8(quoted.getBytes(StandardCharsets.ISO_8859_1));
        if (text != null) {
            return new SourceLine(number, text, repair, null);
        }
        if (MULTI_BYTE.matcher(quoted).find()) {
            repair = MIXED;
        }
        text = mixed(quoted);
        Note damage = LOST_LETTER.matcher(raw).find() ? LETTER : text.indexOf('\ufffd') >= 0 ? UNDEFINED : null;
        return new SourceLine(number, text, repair, damage);
    }

    private static String mixed(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int from = 0;
        var character = MULTI_BYTE.matcher(raw);
        while (character.find()) {
            String decoded = utf8(character.group().getBytes(StandardCharsets.ISO_8859_1));
            text.append(windows(raw.substring(from, character.start())));
            text.append(decoded != null ? decoded : windows(character.group()));
            from = character.end();
        }
        return text.append(windows(raw.substring(from))).toString();
    }

    private static String windows(String raw) {
        return new String(raw.getBytes(StandardCharsets.ISO_8859_1), WINDOWS);
    }

    /** The text, or null if the bytes are not valid UTF-8. */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
