package app.vstrivia.local.bench.pictures;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** npm {@code sharp}, in a folder of the benchmark's own, where it is put on demand. */
final class Sharp {
    /** Those that the README's figures are of. */
    static final String SHARP = "sharp@0.35.5";

    private static final String BLURHASH = "blurhash@2.0.5";

    private final Path place;

    private Sharp(Path place) {
        this.place = place;
    }

    /** Asks npm for it, unless it is there. */
    static Sharp installed(Path place, Terminal progress) throws IOException, InterruptedException {
        for (String tool : List.of("node", "npm")) {
            if (!isThere(tool)) {
                throw new CommandFailure(
                        ExitCode.FAILED, "The rival is npm's sharp, which needs " + tool + "; that is not installed.");
            }
        }
        Files.createDirectories(place);
        Path mark = place.resolve(SHARP + "+" + BLURHASH);
        if (!Files.exists(mark)) {
            progress.line("  Getting " + SHARP + " from npm");
            Files.writeString(place.resolve("package.json"), "{\"private\":true}");
            npm(place, "install", "--no-audit", "--no-fund", "--save-exact", SHARP, BLURHASH);
            Files.createFile(mark);
        }
        try (InputStream script = Sharp.class.getResourceAsStream("/bench/sharp.mjs")) {
            Files.copy(script, place.resolve("sharp.mjs"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new Sharp(place);
    }

    Worker start(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("node", "sharp.mjs"));
        return Worker.start("sharp", place, command);
    }

    private static void npm(Path place, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("npm"));
        command.addAll(List.of(words));
        Process npm = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            throw new CommandFailure(ExitCode.FAILED, "npm could not get " + SHARP + ":\n" + said.strip());
        }
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
