package app.vstrivia.api.question.format;

import app.vstrivia.api.question.QuestionBody;
import app.vstrivia.api.question.Slider;
import app.vstrivia.model.text.Decimal;
import java.math.BigDecimal;
import java.util.Set;

/** What there must be to answer. */
final class BodyRules {
    private BodyRules() {}

    static QuestionBody checked(RawBody raw, Set<Note> repairs) throws Unfit {
        if (raw instanceof RawBody.Choices choices) {
            return ChoiceRules.checked(choices, repairs);
        }
        if (raw instanceof RawBody.Number number) {
            return number(number);
        }
        if (raw instanceof RawBody.Order order) {
            return new QuestionBody.Ordering(ListRules.order(order.items(), repairs));
        }
        if (raw instanceof RawBody.Accepted accepted) {
            return new QuestionBody.Text(ListRules.accepted(accepted.texts(), repairs));
        }
        return new QuestionBody.Poll(ListRules.options(((RawBody.Poll) raw).options(), repairs));
    }

    private static QuestionBody number(RawBody.Number raw) throws Unfit {
        try {
            BigDecimal tolerance = isBlank(raw.tolerance()) ? BigDecimal.ZERO : Decimal.of(raw.tolerance());
            return new QuestionBody.Numeric(Decimal.of(raw.value()), tolerance, slider(raw.slider()));
        } catch (IllegalArgumentException e) {
            throw new Unfit("bad-number", e.getMessage());
        }
    }

    private static Slider slider(RawBody.Scale raw) {
        if (raw == null) {
            return null;
        }
        BigDecimal step = isBlank(raw.step()) ? BigDecimal.ONE : Decimal.of(raw.step());
        return new Slider(Decimal.of(raw.min()), Decimal.of(raw.max()), step);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
