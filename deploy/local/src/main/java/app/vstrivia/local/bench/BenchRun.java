package app.vstrivia.local.bench;

import app.vstrivia.local.bench.account.AllProcesses;
import app.vstrivia.local.bench.load.Job;
import app.vstrivia.local.bench.load.Result;
import app.vstrivia.local.bench.population.Population;
import app.vstrivia.local.bench.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One benchmark on a running system: prepares it, attends the load generator, adds what the servers used. */
final class BenchRun {
    private final BenchSystem system;
    private final Population population;
    private final Mode mode;
    private final Map<String, String> options;
    private final Map<String, Costs> costs = new HashMap<>();
    private final Map<String, Long> reads = new HashMap<>();
    private final Map<String, AllProcesses> machine = new HashMap<>();
    private final Map<String, Memory> memory = new HashMap<>();

    BenchRun(BenchSystem system, Population population, Mode mode, Map<String, String> options) {
        this.system = system;
        this.population = population;
        this.mode = mode;
        this.options = options;
    }

    Result run(int clientCpu) throws Exception {
        Job job = new Crowds(system, population, options).job(mode);
        try (LoadProcess load = LoadProcess.start(job, system.file("job.json"), clientCpu)) {
            Result result = load.attend(this::reached);
            Figures figures =
                    result.figures().putAll(costs.get("end").since(costs.get("begin"), result.unit(), result.units()));
            addMachine(figures, load.pid());
            if (mode == Mode.IDLE) {
                figures.putAll(memory.get("after").since(memory.get("before"), figures.get("connections_added")));
            } else if (mode == Mode.STORM) {
                addReads(figures);
            } else if (mode == Mode.TOKENS) {
                addPhases(figures);
            }
            return result;
        }
    }

    /** What each kind of request cost by itself. */
    private void addPhases(Figures figures) {
        for (String phase : List.of("registration", "secret_exchange", "refresh_exchange")) {
            Figures own = costs.get("end " + phase)
                    .since(costs.get("begin " + phase), phase, Math.round(figures.get(phase + "s")));
            own.all().entrySet().stream()
                    .filter(figure -> figure.getKey().endsWith("_per_" + phase))
                    .forEach(figure -> figures.put(figure.getKey(), figure.getValue()));
        }
    }

    /** Whether the figures can be trusted: was the load generator at its limit, or did others take processor time? */
    private void addMachine(Figures figures, long load) {
        AllProcesses begin = machine.get("begin");
        AllProcesses end = machine.get("end");
        Set<Long> own = new HashSet<>(system.pids());
        own.add(load);
        own.add(ProcessHandle.current().pid());
        figures.put("load_cpu_percent", end.percent(load, begin));
        figures.put("foreign_cpu_percent", end.foreignPercent(begin, own));
    }

    private String reached(String checkpoint) throws Exception {
        String[] words = checkpoint.split(" ");
        return switch (words[0]) {
            case "begin", "end", "calm" -> {
                costs.put(checkpoint, Costs.of(system));
                reads.put(checkpoint, population.reads());
                machine.put(checkpoint, AllProcesses.now());
                if (checkpoint.equals("begin") && Boolean.parseBoolean(options.get("without-valkey"))) {
                    system.system().redis().process().kill();
                }
                yield "ok";
            }
            case "memory" -> {
                memory.put(words[1], Memory.of(system));
                yield "ok";
            }
            case "moments" -> moments(words.length > 1 ? List.of(words[1].split(",")) : List.of());
            case "strike" -> strike();
            default -> throw new IOException("the load generator is at an unknown place: " + checkpoint);
        };
    }

    private String moments(List<String> streams) throws SQLException, IOException {
        Path file = system.file("moments.txt");
        Files.write(file, population.moments(streams));
        return file.toString();
    }

    /** Ends the first replica, as a crash or as an operator does; answers with the moment, in ns since 1970. */
    private String strike() throws IOException {
        long now = System.currentTimeMillis() * 1_000_000;
        if (Boolean.parseBoolean(options.get("drain"))) {
            ProcessHandle.of(system.system().realtimeProcess(0).pid())
                    .orElseThrow(() -> new IOException("the first replica has ended by itself"))
                    .destroy();
        } else {
            system.system().killRealtime(0);
        }
        return Long.toString(now);
    }

    /** What the sweeps read in a calm time of the same length is not the storm's. */
    private void addReads(Figures figures) {
        double calm = (reads.get("calm end") - reads.get("calm begin")) / figures.get("calm_s");
        double storm = reads.get("end") - reads.get("begin");
        figures.put("calm_reads_per_s", calm).put("storm_reads", storm);
        if (figures.get("reconnects") > 0) {
            figures.put(
                    "reads_per_reconnect",
                    Math.max(0, storm - calm * figures.get("storm_s")) / figures.get("reconnects"));
        }
    }
}
