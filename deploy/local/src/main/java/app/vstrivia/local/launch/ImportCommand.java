package app.vstrivia.local.launch;

import app.vstrivia.local.importing.Importer;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;

/** Imports files into the system that runs on the data directory. */
final class ImportCommand {
    private final Options options;
    private final Terminal terminal;

    ImportCommand(Options options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    void run() throws IOException, InterruptedException {
        Importer.check(options.files());
        RunningSystem running = RunLock.holder(options.data())
                .filter(RunningSystem::ready)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.NOT_RUNNING, "VS Trivia does not run here: start it with deploy/local/up."));
        new Importer(terminal, running.apiAddress(), Secrets.in(options.data()).signingKeyFile())
                .importFiles(options.files(), options.format(), options.category(), options.findings());
    }
}
