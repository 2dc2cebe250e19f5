package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.QuestionStatus;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which questions are meant; null is any.
 *
 * @param category a slug; what belongs to it in a narrower category is meant, too
 * @param language a BCP 47 tag in lower case
 */
public record BankFilter(QuestionStatus status, String category, String language) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}");

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
        if (tag != null && !TAG.matcher(tag).matches()) {
            throw new InvalidFilter("language", "must be a tag such as en or pt-br");
        }
        return new BankFilter(known, plain(category), tag);
    }

    private static String plain(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
