package app.vstrivia.local.launch;

import app.vstrivia.embedded.ServerNotStarted;
import app.vstrivia.local.client.ApiFailure;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The commands of {@code deploy/local}. The scripts there find a JDK, build the project and call this. */
public final class Launcher {
    private static final Duration STOP_BOUND = Duration.ofSeconds(50);

    private final Terminal terminal = Terminal.standard();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean stopping;

    private Launcher() {}

    public static void main(String[] arguments) {
        Launcher launcher = new Launcher();
        launcher.stopOnSignal(Thread.currentThread());
        ExitCode code = ExitCode.FAILED;
        try {
            code = launcher.run(List.of(arguments));
        } finally {
            launcher.done.countDown();
        }
        System.exit(code.status());
    }

    /** A signal interrupts the command, which then ends all that it started; the JVM waits for that. */
    private void stopOnSignal(Thread command) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (done.getCount() > 0) {
                                stopping = true;
                                terminal.progress("  Stopping …");
                                command.interrupt();
                                awaitDone();
                            }
                        },
                        "stop"));
    }

    private void awaitDone() {
        try {
            done.await(STOP_BOUND.toSeconds(), TimeUnit.SECONDS);
            terminal.line("  Stopped.");
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    private ExitCode run(List<String> arguments) {
        try {
            Path root = Path.of(System.getProperty("trivia.root", ""));
            run(CommandLine.parse(arguments, System.getenv(), root.toAbsolutePath()), root);
            return ExitCode.OK;
        } catch (CommandFailure failure) {
            return failed(failure.exitCode(), failure.getMessage());
        } catch (ServerNotStarted | ApiFailure failure) {
            return failed(ExitCode.FAILED, failure.getMessage());
        } catch (AccessDeniedException failure) {
            return failed(ExitCode.FAILED, failure.getFile() + " may not be used by this user.");
        } catch (FileSystemException failure) {
            String reason = failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
            return failed(ExitCode.FAILED, failure.getFile() + " cannot be used: " + reason + ".");
        } catch (IOException failure) {
            return failed(ExitCode.FAILED, failure.getMessage());
        } catch (InterruptedException stopped) {
            return ExitCode.FAILED;
        } catch (Exception failure) {
            return failed(ExitCode.FAILED, failure.toString());
        }
    }

    private void run(Options options, Path root) throws Exception {
        switch (options.command()) {
            case UP -> new UpCommand(options, root, terminal).run();
            case DOWN -> new DownCommand(options.data(), terminal).run();
            case IMPORT -> new ImportCommand(options, terminal).run();
            case HELP -> help();
        }
    }

    /** What goes wrong because of the stop is no news. */
    private ExitCode failed(ExitCode code, String message) {
        if (!stopping) {
            terminal.progress("");
            System.err.println(message);
        }
        return code;
    }

    private void help() throws IOException {
        try (InputStream text = Launcher.class.getResourceAsStream("/help.txt")) {
            terminal.line(new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        }
    }
}
