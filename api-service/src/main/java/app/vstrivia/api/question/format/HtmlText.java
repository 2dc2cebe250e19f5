package app.vstrivia.api.question.format;

import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** What is left to read of HTML. The bank keeps plain texts, and so shows nobody somebody else's markup. */
public final class HtmlText {
    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?-->|<(script|style)\\b[^>]*>.*?</\\1\\s*>|<!\\[CDATA\\[|\\]\\]>");
    private static final Pattern BREAK =
            Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|h[1-6]|tr|ul|ol|pre)\\s*>|<li\\b[^>]*>");

    /** A tag has a letter after its bracket: {@code 1 < 2} is none. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private static final Pattern MEDIA =
            Pattern.compile("(?i)<(img|video|audio|object|embed|iframe|svg|math|canvas)\\b");

    private HtmlText() {}

    /** The text without its tags, entities read. */
    public static String plain(String html) {
        String seen = BREAK.matcher(UNSEEN.matcher(html).replaceAll("")).replaceAll("\n");
        return StringEscapeUtils.unescapeHtml4(TAG.matcher(seen).replaceAll(""))
                .replace("&apos;", "'")
                .strip();
    }

    /** Whether something in it cannot be said in plain text. */
    public static boolean hasMedia(String html) {
        return MEDIA.matcher(html).find();
    }
}
