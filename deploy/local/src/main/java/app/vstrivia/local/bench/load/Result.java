package app.vstrivia.local.bench.load;

import app.vstrivia.local.bench.report.Figures;
import java.util.List;

/**
 * What the load generator found.
 *
 * @param unit what the work consists of, such as {@code delivery}
 * @param units how many of them were done between the checkpoints {@code begin} and {@code end}
 * @param problems what makes the figures worthless, as sentences; empty if all went well
 */
public record Result(String unit, long units, Figures figures, List<String> problems) {}
