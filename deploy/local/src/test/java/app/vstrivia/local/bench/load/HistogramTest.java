package app.vstrivia.local.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HistogramTest {
    private final Histogram histogram = new Histogram();

    @Test
    void smallValuesAreExact() {
        for (int i = 1; i <= 100; i++) {
            histogram.add(i);
        }

        assertEquals(50, histogram.percentile(50));
        assertEquals(99, histogram.percentile(99));
        assertEquals(100, histogram.percentile(100));
        assertEquals(100, histogram.max());
        assertEquals(100, histogram.count());
    }

    @Test
    void largeValuesAreWithinOnePercentAndNeverTooSmall() {
        for (long value = 1; value <= 1_000; value++) {
            histogram.add(value * 1_000_000);
        }

        for (int percent = 1; percent <= 100; percent++) {
            long exact = percent * 10_000_000L;
            long found = histogram.percentile(percent);
            assertTrue(found >= exact && found <= exact * 1.008, percent + " %: " + found);
        }
    }

    @Test
    void onlyOneSlowValueAmongAThousandIsBeyondThe99thPercentile() {
        for (int i = 0; i < 999; i++) {
            histogram.add(10);
        }
        histogram.add(5_000_000_000L);

        assertEquals(10, histogram.percentile(99));
        assertEquals(10, histogram.percentile(99.9));
        assertEquals(5_000_000_000L, histogram.percentile(99.95));
    }

    @Test
    void theGreatestValueThereIsFits() {
        histogram.add(Long.MAX_VALUE);

        assertEquals(Long.MAX_VALUE, histogram.percentile(50));
    }

    @Test
    void aNegativeDurationCountsAsNone() {
        histogram.add(-5);

        assertEquals(0, histogram.percentile(50));
        assertEquals(1, histogram.count());
    }

    @Test
    void nothingRecordedIsZero() {
        assertEquals(0, histogram.percentile(99));
    }
}
