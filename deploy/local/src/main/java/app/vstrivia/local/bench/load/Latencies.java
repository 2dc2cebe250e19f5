package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;

/** Adds the percentiles of a histogram to figures. */
final class Latencies {
    private Latencies() {}

    /** Median, 99th percentile and maximum in µs, if anything was recorded. */
    static void add(Figures figures, String name, Histogram histogram) {
        if (histogram.count() > 0) {
            figures.put(name + "_p50_us", histogram.percentile(50) / 1e3)
                    .put(name + "_p99_us", histogram.percentile(99) / 1e3)
                    .put(name + "_max_us", histogram.max() / 1e3);
        }
    }
}
