package app.vstrivia.api.question.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of languages that the bank accepts: BCP 47 tags of at most 16 characters. */
public final class Language {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    private Language() {}

    /**
     * The tag in lower case.
     *
     * @throws UnreadableFile if it is no such tag
     */
    public static String checked(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT);
        if (lower.length() > 16 || !TAG.matcher(lower).matches()) {
            throw new UnreadableFile(1, "The language must be a tag such as en or pt-br.");
        }
        return lower;
    }
}
