package app.vstrivia.api.question.lineup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

/** Pearson's test of whether draws without replacement take each thing as often as it should be. */
final class ChiSquare {
    private ChiSquare() {}

    /**
     * Fails where chance alone would fail once in a thousand times, in either direction: also what is more even than chance
     * is not random.
     *
     * @param counts how often each of {@code size} things was drawn in {@code draws} draws of {@code taken}
     */
    static void assertUniform(Map<?, Integer> counts, int size, int draws, int taken) {
        assertEquals(size, counts.size(), "all are drawn");
        double expected = (double) draws * taken / size;
        double sum = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        // What one draw took it does not take again: counts scatter less than independent ones, by (size - taken) /
        // (size - 1).
        double statistic = sum * (size - 1) / (size - taken);
        assertTrue(statistic < quantile(size - 1, 3.0902), () -> statistic + " is too uneven: " + counts);
        assertTrue(statistic > quantile(size - 1, -3.0902), () -> statistic + " is too even: " + counts);
    }

    /** Of the chi-square distribution, at {@code z} of the normal one (Wilson and Hilferty 1931). */
    private static double quantile(int freedom, double z) {
        double spread = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - spread + z * Math.sqrt(spread), 3);
    }
}
