package app.vstrivia.local.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps processes on one processor each ({@code taskset}), so that the load does not take what is measured. */
final class Pinning {
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private Pinning() {}

    static boolean isPossible() {
        return Files.isExecutable(TASKSET);
    }

    /** Pins this process and all that it starts from now on. */
    static void self(int cpu) throws IOException, InterruptedException {
        long own = ProcessHandle.current().pid();
        Process taskset = new ProcessBuilder(
                        TASKSET.toString(), "-a", "-c", "-p", Integer.toString(cpu), Long.toString(own))
                .redirectOutput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IOException("taskset could not pin this process to processor " + cpu);
        }
    }

    /** What to put before a command so that it runs on that processor; nothing for -1. */
    static List<String> prefix(int cpu) {
        return cpu < 0 ? List.of() : List.of(TASKSET.toString(), "-c", Integer.toString(cpu));
    }
}
