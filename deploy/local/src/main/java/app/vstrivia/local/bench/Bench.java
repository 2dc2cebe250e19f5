package app.vstrivia.local.bench;

import app.vstrivia.embedded.ServerNotStarted;
import app.vstrivia.local.bench.compare.Comparison;
import app.vstrivia.local.bench.load.Result;
import app.vstrivia.local.bench.pictures.PictureComparison;
import app.vstrivia.local.bench.population.Population;
import app.vstrivia.local.bench.report.Report;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code deploy/local/bench}. Results go to standard output, everything else to standard error. */
public final class Bench {
    private final Path root;
    private final PrintStream out;
    private final Terminal progress;

    Bench(Path root, PrintStream out, Terminal progress) {
        this.root = root;
        this.out = out;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        Thread main = Thread.currentThread();
        Thread stop = new Thread(() -> interrupt(main), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        ExitCode code = run(List.of(arguments));
        if (!stop.isAlive()) {
            Runtime.getRuntime().removeShutdownHook(stop);
            System.exit(code.status());
        }
    }

    /** A signal ends the benchmark, which then ends what it started; the JVM waits for that. */
    private static void interrupt(Thread main) {
        main.interrupt();
        try {
            main.join(30_000);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExitCode run(List<String> words) {
        try {
            Path root = Path.of(System.getProperty("trivia.root", "")).toAbsolutePath();
            Terminal progress = new Terminal(System.err, false, false);
            return new Bench(root, System.out, progress).bench(words) ? ExitCode.OK : ExitCode.FAILED;
        } catch (CommandFailure failure) {
            System.err.println(failure.getMessage());
            return failure.exitCode();
        } catch (InterruptedException stopped) {
            System.err.println("Stopped.");
            return ExitCode.FAILED;
        } catch (IOException | SQLException | ServerNotStarted failure) {
            System.err.println(failure.getMessage());
            return ExitCode.FAILED;
        } catch (Exception failure) {
            System.err.println(failure);
            return ExitCode.FAILED;
        }
    }

    /** Runs what the words ask for; false if a figure is not to be trusted. */
    boolean bench(List<String> words) throws Exception {
        if (!words.isEmpty() && words.get(0).equals("compare")) {
            return compare(words.subList(1, words.size()));
        }
        if (!words.isEmpty() && words.get(0).equals("pictures")) {
            int cpu = Pinning.isPossible() ? 0 : -1;
            return new PictureComparison(root, out, progress).run(words.subList(1, words.size()), Pinning.prefix(cpu));
        }
        BenchOptions options = BenchOptions.parse(words);
        boolean pinned = options.serverCpu() >= 0 && Pinning.isPossible();
        if (pinned) {
            Pinning.self(options.serverCpu());
        } else {
            progress.line("  Nothing is pinned to a processor: servers and load take from each other.");
        }
        boolean sound = true;
        for (Mode mode : options.modes()) {
            Report report = run(mode, options, pinned);
            out.println(report.toTable());
            out.println(report.toJson());
            sound &= report.problems().isEmpty();
        }
        return sound;
    }

    /** The harness pins the servers to processor 0, so what they need around them runs there, too. */
    private boolean compare(List<String> words) throws Exception {
        if (Pinning.isPossible() && Runtime.getRuntime().availableProcessors() > 1) {
            Pinning.self(0);
        }
        return new Comparison(root, out, progress).run(words);
    }

    private Report run(Mode mode, BenchOptions options, boolean pinned) throws Exception {
        Map<String, String> own = options.of(mode);
        int replicas = Integer.parseInt(own.get("replicas"));
        // How many a replica lets in at once is a part of how a storm ends.
        Map<String, String> settings = mode == Mode.STORM ? Map.of() : BenchSystem.OPEN_DOORS;
        try (BenchSystem system = BenchSystem.start(root, replicas, settings, options.jvm(), progress);
                Population population = system.population()) {
            progress.line("  " + mode.word() + " " + own);
            int cpu = pinned ? options.clientCpu() : -1;
            Result result =
                    switch (mode) {
                        case LINEUPS -> new LineupRun(system, population, own, progress).run(root, cpu);
                        case PUBLISH -> new PublishRun(system, population, own, progress).run();
                        default -> new BenchRun(system, population, mode, own).run(cpu);
                    };
            return new Report(
                    mode.word(),
                    own,
                    machine(options, pinned),
                    result.unit(),
                    result.units(),
                    result.figures(),
                    result.problems());
        }
    }

    private static Map<String, Object> machine(BenchOptions options, boolean pinned) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("java", System.getProperty("java.vm.version"));
        machine.put("jvm", options.jvm());
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("serverCpu", pinned ? options.serverCpu() : "any");
        machine.put("clientCpu", pinned ? options.clientCpu() : "any");
        return machine;
    }
}
