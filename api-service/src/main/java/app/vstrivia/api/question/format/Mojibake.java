package app.vstrivia.api.question.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts UTF-8 right that was once read as Windows-1252: {@code CafÃ©} is {@code Café}.
 *
 * <p>Only the beginnings that no language writes are looked for ({@code Ã}, {@code Â} or {@code â€} before a sign), since
 * {@code É»} may well be the end of a French quotation.
 */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What the bytes 80 to BF look like in Windows-1252. */
    private static final String SIGN =
            "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
                    + "\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]";

    private static final Pattern SEEN = Pattern.compile("[\u00c3\u00c2]" + SIGN + "|\u00e2\u20ac(?:" + SIGN + "|\\?)");

    private Mojibake() {}

    /** The text with such places put right; the very same object if there are none. */
    static String repaired(String text) {
        return SEEN.matcher(text).find() ? SEEN.matcher(text).replaceAll(Mojibake::decoded) : text;
    }

    private static String decoded(MatchResult place) {
        if (place.group().endsWith("?")) {
            return "\u201d";
        }
        byte[] bytes = new byte[place.group().length()];
        for (int i = 0; i < bytes.length; i++) {
            char sign = place.group().charAt(i);
            bytes[i] = sign <= '\u00ff' ? (byte) sign : String.valueOf(sign).getBytes(WINDOWS)[0];
        }
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        boolean sound = decoded.indexOf('\ufffd') < 0 && !Character.isISOControl(decoded.charAt(0));
        return sound ? decoded : place.group();
    }
}
