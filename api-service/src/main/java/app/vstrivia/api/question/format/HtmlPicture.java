package app.vstrivia.api.question.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The one picture in a text of HTML.
 *
 * @param html the text without it
 * @param alternative null if nothing stands for it
 */
public record HtmlPicture(String html, String address, String alternative) {
    private static final Pattern TAG = Pattern.compile("(?i)<img\\b[^<>]*>");

    /** Empty if there is another number of pictures, or anything else that is no text, or no address of the web. */
    public static Optional<HtmlPicture> only(String html) {
        Matcher tag = TAG.matcher(html);
        if (!tag.find()) {
            return Optional.empty();
        }
        String rest = html.substring(0, tag.start()) + ' ' + html.substring(tag.end());
        String address = attribute("src", tag.group());
        return address == null || !WebPictures.isAddress(address) || HtmlText.hasMedia(rest)
                ? Optional.empty()
                : Optional.of(new HtmlPicture(rest, address, attribute("alt", tag.group())));
    }

    private static String attribute(String name, String tag) {
        Matcher found = Pattern.compile("(?i)\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))")
                .matcher(tag);
        if (!found.find()) {
            return null;
        }
        String value =
                found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
        String plain = StringEscapeUtils.unescapeHtml4(value).strip();
        return plain.isEmpty() ? null : plain;
    }
}
