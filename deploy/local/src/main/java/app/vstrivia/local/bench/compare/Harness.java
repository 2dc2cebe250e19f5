package app.vstrivia.local.bench.compare;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A copy of the user's harness, patched and built. */
final class Harness {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** These come with the plain build; all others want the build of everything. */
    private static final Set<String> PLAIN = Set.of("c", Adapter.NAME);

    private final Path place;
    private final Map<String, String> environment;
    private final Path log;

    private Harness(Path place, Map<String, String> environment) {
        this.place = place;
        this.environment = environment;
        this.log = place.resolve("harness.log");
    }

    /** @param environment what the peers find in theirs, with the secrets of this service */
    static Harness copy(Path from, Path to, List<String> peers, Map<String, String> environment)
            throws IOException, InterruptedException {
        for (String tool : List.of("gcc", "python3", "taskset", "patch")) {
            requireTool(tool);
        }
        copyFiles(from, to);
        Harness harness = new Harness(to, environment);
        Path patch = to.resolve("captures.patch");
        try (InputStream text = Harness.class.getResourceAsStream("/bench/captures.patch")) {
            Files.copy(text, patch);
        }
        harness.run("patch", "-p1", "-i", patch.toString());
        if (PLAIN.containsAll(peers)) {
            harness.run("./build.sh");
        } else {
            harness.run("./build.sh", "all");
        }
        return harness;
    }

    private static void requireTool(String tool) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
        if (!there) {
            throw new CommandFailure(ExitCode.FAILED, "The comparison needs " + tool + ", which is not installed.");
        }
    }

    /** The copy is writable, whatever the original is. */
    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                permissions.add(PosixFilePermission.OWNER_WRITE);
                Files.setPosixFilePermissions(target, permissions);
            }
        }
    }

    Path place() {
        return place;
    }

    /** One fresh server, one run; empty if it came to nothing. */
    Optional<JsonNode> once(String peer, ComparedMode mode, int maxForeign) throws IOException, InterruptedException {
        Process process = start(List.of(
                "python3",
                "bench.py",
                peer,
                mode.word(),
                "--reps",
                "1",
                "--fresh",
                "--max-foreign",
                Integer.toString(maxForeign)));
        try {
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return line.startsWith("{") ? Optional.of(JSON.readTree(line)) : Optional.empty();
        } finally {
            // It ends the servers that it started when it is asked to end itself.
            process.destroy();
            process.onExit().join();
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = start(List.of(command));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + output + Files.readString(log));
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        builder.environment().putAll(environment);
        return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    /** What the harness and a peer complained of lately. */
    String complaints(String peer) throws IOException {
        Path own = place.resolve("results").resolve(peer + ".log");
        return tail(log) + (Files.exists(own) ? "\n" + tail(own) : "");
    }

    private static String tail(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }
}
