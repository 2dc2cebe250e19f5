package app.vstrivia.api.question;

import app.vstrivia.model.text.Decimal;
import java.math.BigDecimal;

/** The scale on which a number is set. */
public record Slider(BigDecimal min, BigDecimal max, BigDecimal step) {
    /** @throws IllegalArgumentException if the scale has no room for a step */
    public Slider {
        min = Decimal.plain(min);
        max = Decimal.plain(max);
        step = Decimal.plain(step);
        if (step.signum() <= 0 || max.subtract(min).compareTo(step) < 0) {
            throw new IllegalArgumentException("a slider goes from min up to max in steps above 0");
        }
    }

    boolean reaches(BigDecimal value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }
}
