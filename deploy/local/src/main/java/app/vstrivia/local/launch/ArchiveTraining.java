package app.vstrivia.local.launch;

import app.vstrivia.embedded.Directories;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.archive.JvmArchive;
import app.vstrivia.local.demo.Rehearsal;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Has the services' archives written, by a system of its own that plays a little and ends. */
public final class ArchiveTraining {
    private static final Duration END_BOUND = Duration.ofMinutes(3);

    /** This JVM's kind writes none, and is not asked again. */
    private static boolean refused;

    private ArchiveTraining() {}

    /**
     * Makes what is missing: once for each build, JDK and options. It takes about half a minute. Where the JVM writes no archives,
     * services start without.
     *
     * @param root the project's folder, with the built services in it
     * @param realtimeOptions of the JVMs of the realtime service that will use it
     * @throws Exception if the system does not start, play or end as it should
     */
    public static synchronized void ensure(Path root, List<String> realtimeOptions, Steps steps) throws Exception {
        if (refused || areThere(root, realtimeOptions)) {
            return;
        }
        try (FileChannel file = FileChannel.open(lockFile(root), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = file.lock()) {
            if (alone.isValid() && !areThere(root, realtimeOptions)) {
                refused = !steps.run(
                        "archives",
                        written -> written ? "of the services' classes" : "none: this Java writes none",
                        () -> train(root, realtimeOptions));
            }
        }
    }

    private static boolean areThere(Path root, List<String> realtimeOptions) {
        return archive(root, "api-service", List.of()).isFresh()
                && archive(root, "realtime-service", realtimeOptions).isFresh();
    }

    /** Of processes that want archives at the same time one makes them. */
    private static Path lockFile(Path root) throws IOException {
        return Files.createDirectories(root.resolve("deploy/local/target")).resolve("archives.lock");
    }

    static JvmArchive archive(Path root, String service, List<String> options) {
        return JvmArchive.of(JavaService.program(root, service), options);
    }

    private static boolean train(Path root, List<String> realtimeOptions) throws Exception {
        Path data = Files.createTempDirectory("trivia-archive-");
        try {
            Settings settings = new Settings(
                    root,
                    data,
                    ServicePorts.free(),
                    List.of(ServicePorts.free()),
                    FreePort.next(),
                    FreePort.next(),
                    FreePort.next(),
                    Map.of(),
                    realtimeOptions,
                    List.of());
            try (LocalSystem system = LocalSystem.start(settings, new Steps(Terminal.silent()), true)) {
                new Rehearsal(system.apiUri(), system.socketUri(0)).play();
                return system.finishWriting(END_BOUND);
            }
        } finally {
            Directories.delete(data);
        }
    }
}
