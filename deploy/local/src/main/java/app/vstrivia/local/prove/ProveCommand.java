package app.vstrivia.local.prove;

import app.vstrivia.embedded.Directories;
import app.vstrivia.local.prove.plan.Plan;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Stoppable;
import app.vstrivia.local.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code deploy/local/prove}. The script finds a JDK, builds the project and calls this. */
public final class ProveCommand {
    private final Terminal terminal = Terminal.standard();

    private ProveCommand() {}

    public static void main(String[] arguments) {
        Stoppable.run(() -> new ProveCommand().run(List.of(arguments)));
    }

    private ExitCode run(List<String> arguments) throws Exception {
        ProveOptions options = ProveOptions.parse(arguments);
        Plan plan = Plan.of(options.seed(), options.millis(), options.replicas());
        if (options.planOnly()) {
            terminal.line("  seed " + options.seed() + ", " + plan.actions().size() + " actions");
            plan.actions().forEach(action -> terminal.line("  " + action));
            return ExitCode.OK;
        }
        return prove(options, plan);
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
