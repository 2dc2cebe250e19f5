package app.vstrivia.api.question.format;

import app.vstrivia.model.text.Decimal;
import java.math.BigDecimal;

/** Numbers of files. */
public final class Numbers {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Numbers() {}

    public static BigDecimal of(String text) throws Unfit {
        try {
            return Decimal.of(text);
        } catch (IllegalArgumentException e) {
            throw new Unfit("bad-number", e.getMessage());
        }
    }

    /** What is right between two numbers, both included. */
    public static RawBody.Number between(String low, String high, RawBody.Scale slider) throws Unfit {
        BigDecimal from = of(low);
        BigDecimal to = of(high);
        return new RawBody.Number(
                from.add(to).divide(TWO).toPlainString(),
                to.subtract(from).divide(TWO).toPlainString(),
                slider);
    }
}
