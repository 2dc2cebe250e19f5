package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.Language;
import app.vstrivia.api.question.QuestionStatus;
import java.util.Locale;

/**
 * Which questions are meant; null is any.
 *
 * @param category a slug; what belongs to it in a narrower category is meant, too
 * @param language a BCP 47 tag in lower case
 * @param reported whether only those are meant of which players reported something
 */
public record BankFilter(QuestionStatus status, String category, String language, boolean reported) {
    /** Whether or not players reported something of them. */
    public BankFilter(QuestionStatus status, String category, String language) {
        this(status, category, language, false);
    }

    /**
     * The filter that a request names; empty is any.
     *
     * @throws InvalidFilter if a value is none
     */
    public static BankFilter of(String status, String category, String language) {
        QuestionStatus known = status == null || status.isEmpty()
                ? null
                : QuestionStatus.of(status)
                        .orElseThrow(() -> new InvalidFilter("status", "must be draft, review, approved or retired"));
        String tag = language == null ? null : plain(language.toLowerCase(Locale.ROOT));
        if (tag != null && !Language.isTag(tag)) {
            throw new InvalidFilter("language", "must be a tag such as en or pt-br");
        }
        return new BankFilter(known, plain(category), tag);
    }

    /** Those of them of which players reported something. */
    public BankFilter onlyReported() {
        return new BankFilter(status, category, language, true);
    }

    private static String plain(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
