package app.vstrivia.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A server that runs as a process of its own and ends with its owner.
 *
 * <p>It runs in its own session where the platform can do that: a Ctrl-C in the terminal then reaches the
 * owner alone, which ends its children in the right order. A child whose owner was killed is found again
 * by an argument that only it has, see {@link #endOrphans}.
 */
public final class ChildProcess implements AutoCloseable {
    /** Answers whether the server serves. Asked every few milliseconds, so an exception means "not yet". */
    public interface Probe {
        boolean answers() throws IOException;
    }

    private static final Duration STOP_BOUND = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * @param environment added to this process's own environment
     * @param log what the server prints is added to this file
     */
    public static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
        List<String> line = new ArrayList<>(ownSession());
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        try {
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException failure) {
            throw new ServerNotStarted(name + " cannot be started", failure);
        }
    }

    /** Waits for the server to serve; one that died or takes longer is ended. */
    public void awaitReady(Probe probe, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        while (!answers(probe)) {
            boolean dead = !process.isAlive();
            if (dead || System.nanoTime() > end) {
                close();
                throw new ServerNotStarted(name
                        + (dead ? " ended before it was ready" : " was not ready within " + bound.toSeconds() + " s")
                        + ". The end of " + log + ":\n" + tail(log, 15));
            }
            if (!pause()) {
                close();
                throw new ServerNotStarted(name + " was stopped while it was starting.");
            }
        }
    }

    private boolean answers(Probe probe) {
        try {
            return process.isAlive() && probe.answers() && process.isAlive();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(20);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The last lines that the server printed. */
    public String logTail(int lines) {
        return tail(log, lines);
    }

    /** Ends the server without giving it a chance to clean up, as a crash would. */
    public void kill() {
        end(process.toHandle(), Duration.ZERO);
    }

    /** Asks the server to end, as an operator would, and does not wait for it. */
    public void terminate() {
        process.destroy();
    }

    /**
     * Sends a signal, such as {@code STOP} or {@code CONT}; a process that has ended takes none.
     *
     * @throws IOException if the platform cannot do that
     */
    public void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0 && process.isAlive()) {
            throw new IOException(this.name + " did not take the signal " + name);
        }
    }

    /** Asks the server to end, waits 10 seconds, then ends it. */
    @Override
    public void close() {
        end(process.toHandle(), STOP_BOUND);
    }

    /**
     * Ends every process that has exactly this argument, which names something that only one owner uses, such
     * as a data directory. Answers how many there were.
     */
    public static int endOrphans(String argument) {
        List<ProcessHandle> orphans;
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            orphans = all.filter(candidate ->
                            candidate.pid() != ProcessHandle.current().pid())
                    .filter(candidate -> hasArgument(candidate, argument))
                    .toList();
        }
        orphans.forEach(ProcessHandle::destroy);
        orphans.forEach(orphan -> end(orphan, STOP_BOUND));
        return orphans.size();
    }

    private static boolean hasArgument(ProcessHandle candidate, String argument) {
        Optional<String[]> arguments = candidate.info().arguments();
        return arguments.isPresent() && List.of(arguments.get()).contains(argument);
    }

    /** Asks a process to end, and ends it when it has not after {@code grace}, also for an interrupted thread. */
    public static void end(ProcessHandle process, Duration grace) {
        boolean interrupted = Thread.interrupted();
        try {
            boolean ended = false;
            if (!grace.isZero()) {
                process.destroy();
                ended = gone(process, grace);
            }
            if (!ended) {
                process.destroyForcibly();
                gone(process, STOP_BOUND);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean gone(ProcessHandle process, Duration bound) {
        try {
            process.onExit().get(bound.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException late) {
            return !process.isAlive();
        }
    }

    private static String tail(Path log, int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> ownSession() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }
}
