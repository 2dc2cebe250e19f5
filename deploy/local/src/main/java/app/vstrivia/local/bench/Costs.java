package app.vstrivia.local.bench;

import app.vstrivia.local.bench.account.ProcessorTime;
import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processor time of the parts of a system, told apart, at one moment. */
final class Costs {
    private final Map<String, List<ProcessorTime>> parts = new LinkedHashMap<>();

    private Costs() {}

    static Costs of(BenchSystem system) throws IOException {
        Costs costs = new Costs();
        costs.add("realtime", system.realtimePids());
        costs.add("api", List.of(system.system().apiPid()));
        costs.add("database", List.of(system.system().database().process().pid()));
        costs.add("valkey", List.of(system.system().redis().process().pid()));
        return costs;
    }

    private void add(String part, List<Long> pids) throws IOException {
        List<ProcessorTime> times = new ArrayList<>();
        for (long pid : pids) {
            if (ProcessHandle.of(pid).isPresent()) {
                times.add(ProcessorTime.of(pid));
            }
        }
        parts.put(part, times);
    }

    /** What each part has used since {@code earlier}: in all, and for each of {@code units}. */
    Figures since(Costs earlier, String unit, long units) {
        Figures figures = new Figures();
        long all = 0;
        for (Map.Entry<String, List<ProcessorTime>> part : parts.entrySet()) {
            long nanos = ProcessorTime.since(earlier.parts.get(part.getKey()), part.getValue());
            all += nanos;
            put(figures, part.getKey(), nanos, unit, units);
        }
        put(figures, "all", all, unit, units);
        return figures;
    }

    private static void put(Figures figures, String part, long nanos, String unit, long units) {
        figures.put(part + "_cpu_s", nanos / 1e9);
        if (units > 0) {
            figures.put(part + "_cpu_us_per_" + unit, nanos / 1e3 / units);
        }
    }
}
