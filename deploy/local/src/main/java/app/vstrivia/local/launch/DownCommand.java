package app.vstrivia.local.launch;

import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Ends a system that another process runs, and what a killed one left behind. */
final class DownCommand {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Path data;
    private final Terminal terminal;

    DownCommand(Path data, Terminal terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    void run() throws IOException, InterruptedException {
        Optional<RunningSystem> running = RunLock.holder(data);
        if (running.isPresent()) {
            end(running.get().pid());
        }
        int orphans = LocalSystem.endOrphans(data);
        if (orphans > 0) {
            terminal.line("Ended " + orphans + " processes that a killed run had left behind.");
        } else {
            terminal.line(running.isPresent() ? "Stopped." : "Nothing runs.");
        }
    }

    /** The lock tells that the launcher lives, so its process id cannot be another's by now. */
    private void end(long pid) throws IOException, InterruptedException {
        ProcessHandle launcher = ProcessHandle.of(pid)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED, "Something holds " + data + ", but no process " + pid + " is to be found."));
        if (!launcher.destroy()) {
            throw new CommandFailure(
                    ExitCode.FAILED, "Process " + pid + " runs the system and may not be ended by this user.");
        }
        long end = System.nanoTime() + BOUND.toNanos();
        while (launcher.isAlive() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        if (launcher.isAlive()) {
            launcher.destroyForcibly();
            launcher.onExit().join();
        }
    }
}
