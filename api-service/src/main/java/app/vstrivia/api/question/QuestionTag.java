package app.vstrivia.api.question;

import java.text.Normalizer;
import java.util.Locale;

/** What a question is tagged with: 1 to 50 characters in lower case. */
public final class QuestionTag {
    public static final int LONGEST = 50;

    /** So many does a question have at most. */
    public static final int MOST = 20;

    private QuestionTag() {}

    /**
     * The tag as the bank has it, for one that somebody asks for.
     *
     * @throws IllegalArgumentException if none can be written so
     */
    public static String checked(String text) {
        String tag = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (tag.isEmpty() || tag.length() > LONGEST) {
            throw new IllegalArgumentException("a tag has 1 to " + LONGEST + " characters");
        }
        return tag;
    }
}
