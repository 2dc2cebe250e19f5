package app.vstrivia.api.question.format;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** What is left to read of HTML. The bank keeps plain texts, and so shows nobody somebody else's markup. */
public final class HtmlText {
    /** What a reader does not see, from a beginning to the end that follows. */
    private static final List<Unseen> UNSEEN = List.of(
            Unseen.of("<!--", "-->"), Unseen.of("<script\\b", "</script\\s*>"), Unseen.of("<style\\b", "</style\\s*>"));

    private static final Pattern BREAK =
            Pattern.compile("(?i)<br\\s*/?>|</(p|div|li|h[1-6]|tr|ul|ol|pre)\\s*>|<li\\b[^<>]*>");

    /** A tag has a letter after its bracket: {@code 1 < 2} is none. */
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private static final Pattern MEDIA =
            Pattern.compile("(?i)<(img|video|audio|object|embed|iframe|svg|math|canvas)\\b");

    private HtmlText() {}

    /** The text without its tags, entities read. */
    public static String plain(String html) {
        String seen = html.replace("<![CDATA[", "").replace("]]>", "");
        for (Unseen part : UNSEEN) {
            seen = part.cutFrom(seen);
        }
        seen = BREAK.matcher(seen).replaceAll("\n");
        return StringEscapeUtils.unescapeHtml4(TAG.matcher(seen).replaceAll(""))
                .replace("&apos;", "'")
                .strip();
    }

    /** Whether something in it cannot be said in plain text. */
    public static boolean hasMedia(String html) {
        return MEDIA.matcher(html).find();
    }

    private record Unseen(Pattern begin, Pattern end) {
        static Unseen of(String begin, String end) {
            return new Unseen(
                    Pattern.compile(begin, Pattern.CASE_INSENSITIVE), Pattern.compile(end, Pattern.CASE_INSENSITIVE));
        }

        /** Each sign is looked at once, whatever somebody writes: an end that is not found is not looked for again. */
        String cutFrom(String html) {
            StringBuilder seen = new StringBuilder();
            Matcher begins = begin.matcher(html);
            Matcher ends = end.matcher(html);
            int from = 0;
            while (begins.find(from) && ends.find(begins.end())) {
                seen.append(html, from, begins.start());
                from = ends.end();
            }
            return seen.append(html, from, html.length()).toString();
        }
    }
}
