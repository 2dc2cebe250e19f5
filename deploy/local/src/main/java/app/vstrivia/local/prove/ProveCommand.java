package app.vstrivia.local.prove;

import app.vstrivia.embedded.Directories;
import app.vstrivia.embedded.ServerNotStarted;
import app.vstrivia.local.prove.plan.Plan;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The command {@code deploy/local/prove}. The script finds a JDK, builds the project and calls this. */
public final class ProveCommand {
    private static final int STOP_SECONDS = 50;

    private final Terminal terminal = Terminal.standard();
    private final CountDownLatch done = new CountDownLatch(1);

    private ProveCommand() {}

    public static void main(String[] arguments) {
        ProveCommand command = new ProveCommand();
        command.stopOnSignal(Thread.currentThread());
        ExitCode code = ExitCode.FAILED;
        try {
            code = command.run(List.of(arguments));
        } finally {
            command.done.countDown();
        }
        System.exit(code.status());
    }

    /** A signal interrupts the run, which then ends all that it started; the JVM waits for that. */
    private void stopOnSignal(Thread run) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (done.getCount() > 0) {
                                run.interrupt();
                                try {
                                    done.await(STOP_SECONDS, TimeUnit.SECONDS);
                                } catch (InterruptedException impossible) {
                                    Thread.currentThread().interrupt();
                                }
                            }
                        },
                        "stop"));
    }

    private ExitCode run(List<String> arguments) {
        try {
            ProveOptions options = ProveOptions.parse(arguments);
            Plan plan = Plan.of(options.seed(), options.millis(), options.replicas());
            if (options.planOnly()) {
                terminal.line("  seed " + options.seed() + ", " + plan.actions().size() + " actions");
                plan.actions().forEach(action -> terminal.line("  " + action));
                return ExitCode.OK;
            }
            return prove(options, plan);
        } catch (CommandFailure failure) {
            System.err.println(failure.getMessage());
            return failure.exitCode();
        } catch (InterruptedException stopped) {
            System.err.println("Stopped.");
            return ExitCode.FAILED;
        } catch (ServerNotStarted | IOException | TimeoutException failure) {
            System.err.println(failure.getMessage());
            return ExitCode.FAILED;
        } catch (Exception failure) {
            System.err.println(failure);
            return ExitCode.FAILED;
        }
    }

    private ExitCode prove(ProveOptions options, Plan plan) throws Exception {
        String temporary = System.getenv().getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir"));
        Path data = Files.createTempDirectory(Path.of(temporary), "trivia-prove-");
        Path root = Path.of(System.getProperty("trivia.root", "")).toAbsolutePath();
        boolean good = false;
        try {
            terminal.line("  seed " + options.seed() + ", " + plan.actions().size() + " actions in "
                    + options.minutes() + " min, " + options.replicas() + " replicas, " + options.players()
                    + " players");
            Setup setup = new Setup(root, data, options.replicas(), options.players(), options.seed(), plan, 0);
            Report report = new ProveRun(setup, new Steps(terminal), terminal::line).run();
            report.table().forEach(terminal::line);
            terminal.line(report.json());
            good = report.good();
            return good ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            if (good) {
                Directories.delete(data);
            } else {
                terminal.line("  The recorded traffic is in " + data.resolve("traffic") + ", the logs are in "
                        + data.resolve("logs") + ".");
                terminal.line("  Again: deploy/local/prove --seed " + options.seed() + " --minutes "
                        + options.minutes() + " --replicas " + options.replicas() + " --players "
                        + options.players());
            }
        }
    }
}
