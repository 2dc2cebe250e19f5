package app.vstrivia.local.bench.pictures;

import app.vstrivia.local.bench.account.ProcessorTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that makes of pictures what is asked for: it reads {@code folder seconds}, and says how many it did in how long. */
final class Worker implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;

    private Worker(String name, Process process) {
        this.name = name;
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    static Worker start(String name, Path place, List<String> command) throws IOException {
        return new Worker(
                name,
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String name() {
        return name;
    }

    Turn turn(Path pictures, int seconds) throws IOException {
        ProcessorTime before = ProcessorTime.of(process.pid());
        in.println(pictures + " " + seconds);
        String line = out.readLine();
        if (line == null) {
            throw new IOException(name + " ended without a result");
        }
        String[] words = line.split(" ");
        return new Turn(
                Integer.parseInt(words[0]),
                Long.parseLong(words[1]),
                ProcessorTime.of(process.pid()).since(before));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** How many pictures were done, and in how many nanoseconds, by the clock and of a processor. */
    record Turn(int pictures, long elapsedNanos, long processorNanos) {
        static final Turn NONE = new Turn(0, 0, 0);

        Turn plus(Turn other) {
            return new Turn(
                    pictures + other.pictures,
                    elapsedNanos + other.elapsedNanos,
                    processorNanos + other.processorNanos);
        }

        double perSecond() {
            return pictures * 1e9 / elapsedNanos;
        }

        double perProcessorSecond() {
            return pictures * 1e9 / processorNanos;
        }
    }
}
