package app.vstrivia.local.bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The same figure of several repetitions.
 *
 * @param median 0 if there is none
 */
record Series(double median, double least, double most) {
    static final Series NONE = new Series(0, 0, 0);

    static Series of(double... values) {
        if (values.length == 0) {
            return NONE;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Series(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** The figure of that name in those runs that have it. */
    static Series of(Iterable<JsonNode> runs, String figure) {
        double[] values = new double[0];
        for (JsonNode run : runs) {
            Optional<Double> value =
                    Optional.of(run.path(figure)).filter(JsonNode::isNumber).map(JsonNode::asDouble);
            if (value.isPresent()) {
                values = Arrays.copyOf(values, values.length + 1);
                values[values.length - 1] = value.get();
            }
        }
        return of(values);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f [%.2f–%.2f]", median, least, most);
    }
}
