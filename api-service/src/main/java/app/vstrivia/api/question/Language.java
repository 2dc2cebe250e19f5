package app.vstrivia.api.question;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names of languages that the bank knows: BCP 47 tags of at most 16 characters, in lower case. */
public final class Language {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
    private static final int LONGEST = 16;

    private Language() {}

    /** Whether it is such a tag. */
    public static boolean isTag(String text) {
        return text.length() <= LONGEST && TAG.matcher(text).matches();
    }

    /**
     * The tag in lower case.
     *
     * @throws IllegalArgumentException if it is no such tag
     */
    public static String checked(String text) {
        String tag = text.strip().toLowerCase(Locale.ROOT);
        if (!isTag(tag)) {
            throw new IllegalArgumentException("the language must be a tag such as en or pt-br");
        }
        return tag;
    }
}
