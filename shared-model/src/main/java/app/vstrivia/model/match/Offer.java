package app.vstrivia.model.match;

import app.vstrivia.model.protocol.ErrorCode;
import app.vstrivia.model.protocol.NumberScale;
import java.math.BigDecimal;

/**
 * What there is to answer in a round, for those who take answers: they need not know what is right.
 *
 * @param choices how many are shown
 * @param least the smallest number that can be set; null if there is none
 * @param most the largest number that can be set; null if there is none
 */
public record Offer(QuestionType type, int choices, BigDecimal least, BigDecimal most) {
    /** @param slider null unless a number is set on one */
    public static Offer of(QuestionType type, int choices, NumberScale slider) {
        return slider == null
                ? new Offer(type, choices, null, null)
                : new Offer(type, choices, new BigDecimal(slider.min()), new BigDecimal(slider.max()));
    }

    /** Why it takes no such answer; null if it does. */
    public ErrorCode refusal(Given given) {
        return switch (type) {
            case SINGLE, BOOLEAN, POLL ->
                given instanceof Given.Choice choice ? refusal(choice, 1) : ErrorCode.BAD_ANSWER;
            case MULTIPLE -> given instanceof Given.Choice choice ? refusal(choice, choices) : ErrorCode.BAD_ANSWER;
            case NUMERIC -> goodIf(given instanceof Given.Number number && reaches(number.value()));
            case ORDERING ->
                goodIf(given instanceof Given.Order order && order.items().size() == choices);
            case TEXT -> goodIf(given instanceof Given.Text);
        };
    }

    private ErrorCode refusal(Given.Choice given, int most) {
        boolean offered = given.taken() < 1 << choices && Integer.bitCount(given.taken()) <= most;
        return offered ? null : ErrorCode.BAD_CHOICE;
    }

    private boolean reaches(BigDecimal value) {
        return least == null || value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static ErrorCode goodIf(boolean holds) {
        return holds ? null : ErrorCode.BAD_ANSWER;
    }
}
