package app.vstrivia.local.prove.check;

import java.util.Arrays;

/** Times in ms, kept all; for as many as a run of an hour brings. */
public final class Samples {
    private float[] values = new float[1_024];
    private int size;

    public synchronized void add(double millis) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = (float) millis;
    }

    public synchronized int count() {
        return size;
    }

    /**
     * The smallest time that at least this share of all does not exceed; 0 if there is none.
     *
     * @param share over 0, to 1
     */
    public synchronized double percentile(double share) {
        if (size == 0) {
            return 0;
        }
        float[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }
}
