package app.vstrivia.api.question.bank;

import app.vstrivia.api.question.QuestionStatus;
import java.util.Locale;

/**
 * Which questions are meant; null is any.
 *
 * @param category a slug; what belongs to it in a narrower category is meant, too
 * @param language a BCP 47 tag in lower case
 */
public record BankFilter(QuestionStatus status, String category, String language) {
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
        return new BankFilter(
                known, plain(category), language == null ? null : plain(language.toLowerCase(Locale.ROOT)));
    }

    private static String plain(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
