package app.vstrivia.local.bench.compare;

import app.vstrivia.local.bench.BenchSystem;
import app.vstrivia.local.bench.population.Population;
import app.vstrivia.local.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs this service and its peers in turn, each time with a fresh process. What this service needs around it (database,
 * Valkey, API) runs all the time and is not counted; a peer has nothing of the kind.
 */
public final class Comparison {
    private final Path root;
    private final PrintStream out;
    private final Terminal progress;

    public Comparison(Path root, PrintStream out, Terminal progress) {
        this.root = root;
        this.out = out;
        this.progress = progress;
    }

    /** False if something was lost, or a run came to nothing. */
    public boolean run(List<String> words) throws Exception {
        CompareOptions options = CompareOptions.parse(words);
        try (BenchSystem system = BenchSystem.start(root, 1, BenchSystem.OPEN_DOORS, options.jvm(), progress);
                Population population = system.population()) {
            // The harness starts the service itself, on the same port and in the same environment.
            Map<String, String> environment = environment(system, options);
            system.system().killRealtime(0);
            progress.line("  Copying and building the harness");
            Path place = Files.createDirectory(system.file("compare"));
            Harness harness = Harness.copy(options.with(), place, options.peers(), environment);
            Adapter adapter = new Adapter(place, root, system, population, options);
            ComparedRuns runs = new ComparedRuns(options.peers().get(0));
            for (int repetition = 0; repetition < options.repetitions(); repetition++) {
                round(options, harness, adapter, repetition, runs);
            }
            out.println(runs.toTable());
            out.println(runs.toJson(options));
            return runs.complete();
        }
    }

    private static Map<String, String> environment(BenchSystem system, CompareOptions options) {
        Map<String, String> environment = new HashMap<>(system.system().realtimeEnvironment(0));
        environment.put("JAVA_HOME", options.jdk().toString());
        environment.put("PATH", options.jdk().resolve("bin") + ":" + System.getenv("PATH"));
        return environment;
    }

    /** Who goes first changes, so that a machine that gets slower or faster favours nobody. */
    private void round(CompareOptions options, Harness harness, Adapter adapter, int repetition, ComparedRuns runs)
            throws Exception {
        List<String> peers = new ArrayList<>(options.peers());
        peers.add(Adapter.NAME);
        Collections.rotate(peers, repetition);
        for (ComparedMode mode : options.modes()) {
            adapter.write(mode);
            for (String peer : peers) {
                Optional<JsonNode> run = harness.once(peer, mode, options.maxForeign());
                runs.add(mode, peer, run);
                progress.line("  " + mode.word() + " " + (repetition + 1) + " " + peer + ": "
                        + run.map(ComparedRuns::brief).orElse("no result"));
                if (!ComparedRuns.isSound(run)) {
                    progress.line(harness.complaints(peer));
                }
            }
        }
    }
}
