package app.vstrivia.local.bench.load;

/**
 * Counts durations in buckets that are at most 1/128 wide of what they hold, from 1 ns to centuries: exact below 128 ns,
 * within 0.8 % above. A percentile is the smallest recorded bucket that at least that share of all lies in or below.
 */
public final class Histogram {
    private static final int SUB_BITS = 7;
    private static final int SUB = 1 << SUB_BITS;

    private final int[] buckets = new int[SUB * (Long.SIZE - SUB_BITS + 1)];
    private long count;
    private long max;

    /** @param nanos a duration; one that is negative counts as 0 */
    public void add(long nanos) {
        long value = Math.max(0, nanos);
        buckets[index(value)]++;
        count++;
        max = Math.max(max, value);
    }

    public long count() {
        return count;
    }

    /** In ns; 0 if nothing was recorded. */
    public long max() {
        return max;
    }

    /**
     * In ns; 0 if nothing was recorded.
     *
     * @param percent above 0, 100 at most
     */
    public long percentile(double percent) {
        // 99.9 % of 1,000 is 999 and not, for the rounding of binary fractions, a little more.
        long rank = Math.max(1, (long) Math.ceil(percent * count / 100 - 1e-6));
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return Math.min(max, upper(i));
            }
        }
        return max;
    }

    private static int index(long value) {
        if (value < SUB) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - SUB_BITS;
        return ((shift + 1) << SUB_BITS) + (int) ((value >>> shift) & (SUB - 1));
    }

    /** The greatest value that falls into the bucket. */
    private static long upper(int index) {
        if (index < SUB) {
            return index;
        }
        int shift = (index >>> SUB_BITS) - 1;
        long low = (long) (SUB + (index & (SUB - 1))) << shift;
        return low + (1L << shift) - 1;
    }
}
