package app.vstrivia.local.upgrade;

import app.vstrivia.embedded.Directories;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Stoppable;
import app.vstrivia.local.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code deploy/local/upgrade}. The script finds a JDK, builds the project and calls this. */
public final class UpgradeCommand {
    private UpgradeCommand() {}

    public static void main(String[] arguments) {
        Stoppable.run(() -> rehearse(UpgradeOptions.parse(List.of(arguments)), Terminal.standard()));
    }

    private static ExitCode rehearse(UpgradeOptions options, Terminal terminal) throws Exception {
        String temporary = System.getenv().getOrDefault("TMPDIR", System.getProperty("java.io.tmpdir"));
        Path data = Files.createTempDirectory(Path.of(temporary), "trivia-upgrade-");
        Path root = Path.of(System.getProperty("trivia.root", "")).toAbsolutePath();
        boolean good = false;
        try {
            Upgrade upgrade = new Upgrade(options, root, data, new Steps(terminal));
            upgrade.run();
            upgrade.findings().forEach(finding -> terminal.line("  ✘ " + finding));
            good = upgrade.findings().isEmpty();
            terminal.line(
                    good ? "  Nothing was lost." : "  " + upgrade.findings().size() + " findings.");
            return good ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            if (good) {
                Directories.delete(data);
            } else {
                terminal.line("  The recorded traffic and the logs are in " + data + ".");
            }
        }
    }
}
