package app.vstrivia.model.text;

import java.math.BigDecimal;

/** Numbers that people write: up to 15 digits before the point and 15 after it. */
public final class Decimal {
    private static final int DIGITS = 15;

    /** Nobody writes more; and what is longer takes long to read. */
    private static final int LONGEST = 40;

    private Decimal() {}

    /**
     * Reads a number with a point, such as {@code -3.14} or {@code 2e3}.
     *
     * @throws IllegalArgumentException if it is none, or out of bounds
     */
    public static BigDecimal of(String text) {
        String number = text.strip();
        if (number.length() > LONGEST) {
            throw new IllegalArgumentException("the number is too long");
        }
        try {
            return plain(new BigDecimal(number));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("that is no number", e);
        }
    }

    /** The one form in which equal numbers are equal: {@code 1e2} and {@code 100.0} become {@code 100}. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        // before anything writes it out: 1e999999999 is short as long as nobody does
        if (stripped.scale() > DIGITS || (long) stripped.precision() - stripped.scale() > DIGITS) {
            throw new IllegalArgumentException("a number has up to 15 digits before the point and 15 after it");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
