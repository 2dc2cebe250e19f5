package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.Language;
import app.vstrivia.api.question.QuestionStatus;
import app.vstrivia.api.question.QuestionTag;
import java.util.Locale;

/**
 * Which questions are meant; null is any.
 *
 * @param category a slug; what belongs to it in a narrower category is meant, too
 * @param language a BCP 47 tag in lower case
 * @param tag one that they have
 * @param reported whether only those are meant of which players reported something
 */
public record BankFilter(QuestionStatus status, String category, String language, String tag, boolean reported) {
    /** Of whatever tags, and whether or not players reported something of them. */
    public BankFilter(QuestionStatus status, String category, String language) {
        this(status, category, language, null, false);
    }

    /**
     * The filter that a request names; empty is any.
     *
     * @throws InvalidFilter if a value is none
     */
    public static BankFilter of(String status, String category, String language, String tag) {
        QuestionStatus known = status == null || status.isEmpty()
                ? null
                : QuestionStatus.of(status)
                        .orElseThrow(() -> new InvalidFilter("status", "must be draft, review, approved or retired"));
        String spoken = language == null ? null : plain(language.toLowerCase(Locale.ROOT));
        if (spoken != null && !Language.isTag(spoken)) {
            throw new InvalidFilter("language", "must be a tag such as en or pt-br");
        }
        return new BankFilter(known, plain(category), spoken, checked(plain(tag)), false);
    }

    private static String checked(String tag) {
        try {
            return tag == null ? null : QuestionTag.checked(tag);
        } catch (IllegalArgumentException e) {
            throw new InvalidFilter("tag", "must have 1 to " + QuestionTag.LONGEST + " characters");
        }
    }

    /** Those of them of which players reported something. */
    public BankFilter onlyReported() {
        return new BankFilter(status, category, language, tag, true);
    }

    private static String plain(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
