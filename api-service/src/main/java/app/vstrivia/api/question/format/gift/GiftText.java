package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.format.HtmlPicture;
import app.vstrivia.api.question.format.HtmlText;
import app.vstrivia.api.question.format.Media;
import app.vstrivia.api.question.format.Note;
import app.vstrivia.api.question.format.Unfit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of GIFT. Escaped signs are hidden behind private characters while a block is taken apart, as Moodle does it;
 * no sound text has such characters.
 */
final class GiftText {
    private static final String ESCAPED = "\\~=#{}:";
    private static final char HIDDEN = '\ue000';
    private static final Pattern FORMAT = Pattern.compile("^\\s*\\[(html|moodle|plain|markdown)]");
    private static final Note MARKUP = new Note("markup-removed", "HTML was taken out of a text");
    private static final Note PICTURE = new Note("media-left-out", "a picture in the explanation was left out");

    private GiftText() {}

    /** The block with its escapes hidden. */
    static String hidden(String block) throws Unfit {
        if (block.codePoints().anyMatch(point -> point >= HIDDEN && point < HIDDEN + ESCAPED.length())) {
            throw new Unfit("control-character", "there is a private-use character in it");
        }
        StringBuilder text = new StringBuilder(block.length());
        for (int i = 0; i < block.length(); i++) {
            char after = i + 1 < block.length() ? block.charAt(i + 1) : ' ';
            if (block.charAt(i) != '\\' || ESCAPED.indexOf(after) < 0 && after != 'n') {
                text.append(block.charAt(i));
                continue;
            }
            text.append(after == 'n' ? '\n' : (char) (HIDDEN + ESCAPED.indexOf(after)));
            i++;
        }
        return text.toString();
    }

    private static String shown(String hidden) {
        StringBuilder text = new StringBuilder(hidden.length());
        hidden.chars().forEach(sign -> {
            int escaped = sign - HIDDEN;
            text.append(escaped >= 0 && escaped < ESCAPED.length() ? ESCAPED.charAt(escaped) : (char) sign);
        });
        return text.toString();
    }

    /** The format that a text names, or else {@code otherwise}. */
    static String format(String hidden, String otherwise) {
        Matcher format = FORMAT.matcher(hidden);
        return format.find() ? format.group(1) : otherwise;
    }

    /** A text to read, in the format that it names or else in {@code format}. */
    static String plain(String hidden, String format, Set<Note> repairs) throws Unfit {
        String marked = shown(FORMAT.matcher(hidden).replaceFirst(""));
        if (!format(hidden, format).equals("html")) {
            return marked;
        }
        if (HtmlText.hasMedia(marked)) {
            throw Media.leftBehind();
        }
        return withoutMarkup(marked, repairs);
    }

    /** The picture in a text of HTML, if it is the only one, and has an address of the web. */
    static Optional<HtmlPicture> picture(String hidden, String format) {
        return format(hidden, format).equals("html")
                ? HtmlPicture.only(shown(FORMAT.matcher(hidden).replaceFirst("")))
                : Optional.empty();
    }

    /** The text beside it. */
    static String beside(HtmlPicture picture, Set<Note> repairs) {
        return withoutMarkup(picture.html(), repairs);
    }

    /** The same for an explanation, which can do without its pictures. */
    static String explanation(String hidden, String format, Set<Note> repairs) {
        String marked = shown(FORMAT.matcher(hidden).replaceFirst(""));
        if (!format(hidden, format).equals("html")) {
            return marked;
        }
        if (HtmlText.hasMedia(marked)) {
            repairs.add(PICTURE);
        }
        return withoutMarkup(marked, repairs);
    }

    private static String withoutMarkup(String html, Set<Note> repairs) {
        String plain = HtmlText.plain(html);
        if (!plain.equals(html.strip())) {
            repairs.add(MARKUP);
        }
        return plain;
    }
}
