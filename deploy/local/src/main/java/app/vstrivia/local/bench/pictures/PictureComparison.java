package app.vstrivia.local.bench.pictures;

import app.vstrivia.local.bench.pictures.Worker.Turn;
import app.vstrivia.local.terminal.Terminal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Lets both make the same of the same pictures, in turn, each picture alone. */
public final class PictureComparison {
    /** It works with the classes of the API, and is compiled with the API's tests. */
    private static final String RACE = "app.vstrivia.api.media.picture.PictureRace";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final PrintStream out;
    private final Terminal progress;

    public PictureComparison(Path root, PrintStream out, Terminal progress) {
        this.root = root;
        this.out = out;
        this.progress = progress;
    }

    /** @param prefix what pins a process to a processor; empty for none */
    public boolean run(List<String> words, List<String> prefix) throws Exception {
        PictureOptions options = PictureOptions.parse(words);
        Sharp sharp = Sharp.installed(root.resolve("deploy/local/target/bench/sharp"), progress);
        Path pictures = Files.createTempDirectory("pictures");
        try (Worker own = own(prefix, pictures);
                Worker rival = sharp.start(prefix)) {
            List<Path> sorts = sorts(own, pictures);
            warm(options, sorts, own, rival);
            Map<String, Map<String, Turn>> turns = new LinkedHashMap<>();
            for (int round = 0; round < options.rounds(); round++) {
                for (Path sort : sorts) {
                    // who goes first changes, so that a machine that gets slower favours nobody
                    for (Worker worker : round % 2 == 0 ? List.of(own, rival) : List.of(rival, own)) {
                        Turn turn = worker.turn(sort, options.seconds());
                        turns.computeIfAbsent(sort.getFileName().toString(), any -> new LinkedHashMap<>())
                                .merge(worker.name(), turn, Turn::plus);
                    }
                }
                progress.line("  round " + (round + 1) + " of " + options.rounds());
            }
            out.println(table(turns));
            out.println(JSON.writeValueAsString(json(options, turns)));
            return true;
        } finally {
            delete(pictures);
        }
    }

    private Worker own(List<String> prefix, Path pictures) throws IOException {
        Path api = root.resolve("api-service/target");
        if (!Files.isDirectory(api.resolve("test-classes"))) {
            throw new IOException(
                    "the tests of api-service are not compiled, and the pictures are made by one of them");
        }
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(
                        File.pathSeparator,
                        api.resolve("test-classes").toString(),
                        api.resolve("api-service-runner.jar").toString(),
                        api.resolve("lib") + "/*"),
                RACE,
                pictures.toString()));
        return Worker.start("vstrivia", pictures, command);
    }

    /** A folder each, once the worker has made them. */
    private static List<Path> sorts(Worker maker, Path pictures) throws IOException, InterruptedException {
        Path made = pictures.resolve("made");
        while (!Files.exists(made)) {
            if (!maker.isAlive()) {
                throw new IOException("the pictures could not be made");
            }
            Thread.sleep(50);
        }
        try (Stream<Path> folders = Files.list(pictures)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void warm(PictureOptions options, List<Path> sorts, Worker... workers) throws IOException {
        for (int i = 0; i < options.warm(); i++) {
            for (Path sort : sorts) {
                for (Worker worker : workers) {
                    worker.turn(sort, options.seconds());
                }
            }
        }
        progress.line("  both are warm");
    }

    private static String table(Map<String, Map<String, Turn>> turns) {
        StringBuilder table = new StringBuilder("## pictures\n\nPictures a second of processor time (by the clock).\n\n"
                + "| sort | vstrivia | " + Sharp.SHARP + " | ratio |\n|---|---:|---:|---:|\n");
        turns.forEach((sort, both) -> {
            Turn own = both.get("vstrivia");
            Turn rival = both.get("sharp");
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f (%.2f) | %.2f (%.2f) | %.2f |%n",
                    sort.replace('_', ' '),
                    own.perProcessorSecond(),
                    own.perSecond(),
                    rival.perProcessorSecond(),
                    rival.perSecond(),
                    own.perProcessorSecond() / rival.perProcessorSecond()));
        });
        return table.toString();
    }

    private static Map<String, Object> json(PictureOptions options, Map<String, Map<String, Turn>> turns) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("benchmark", "pictures");
        json.put("options", Map.of("seconds", options.seconds(), "rounds", options.rounds(), "warm", options.warm()));
        json.put("java", System.getProperty("java.vm.version"));
        json.put("rival", Sharp.SHARP);
        json.put("turns", turns);
        return json;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
