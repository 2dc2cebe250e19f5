package app.vstrivia.local.launch;

import app.vstrivia.embedded.ServerNotStarted;
import app.vstrivia.local.demo.Demo;
import app.vstrivia.local.importing.ImportReport;
import app.vstrivia.local.importing.Importer;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/** Starts the system and runs it until it is interrupted, or through the demonstration. */
final class UpCommand {
    private static final int FINDINGS = 3;

    private final Options options;
    private final Path root;
    private final Terminal terminal;

    UpCommand(Options options, Path root, Terminal terminal) {
        this.options = options;
        this.root = root;
        this.terminal = terminal;
    }

    void run() throws Exception {
        Importer.check(options.questions());
        long start = System.nanoTime();
        try (RunLock lock = RunLock.acquire(options.data()).orElseThrow(this::alreadyRunning)) {
            lock.describe(description(false));
            int orphans = LocalSystem.endOrphans(options.data());
            if (orphans > 0) {
                terminal.line("  Ended " + orphans + " processes that a killed run had left behind.");
            }
            Preconditions.ports(embeddedPorts());
            Preconditions.room(options.data());
            try (LocalSystem system = startSystem()) {
                lock.describe(description(true));
                if (options.demo()) {
                    demonstrate(system);
                } else {
                    serve(system, (System.nanoTime() - start) / 1e9);
                }
            }
        }
    }

    private LocalSystem startSystem() throws Exception {
        try {
            return LocalSystem.start(settings(), new Steps(terminal));
        } catch (ServerNotStarted | IOException failure) {
            if (Preconditions.full(options.data())) {
                throw new CommandFailure(ExitCode.NO_ROOM, "The disk that " + options.data() + " is on is full.");
            }
            throw failure;
        }
    }

    /** The ports of the parts that will be started: a server of the user's own needs none of them. */
    private Map<Port, Integer> embeddedPorts() {
        ServiceEnvironment environment = new ServiceEnvironment(settings());
        Map<Port, Integer> ports = new EnumMap<>(options.ports());
        environment.external("QUARKUS_DATASOURCE_REACTIVE_URL").ifPresent(url -> ports.remove(Port.MARIADB));
        environment.external("QUARKUS_REDIS_HOSTS").ifPresent(url -> ports.remove(Port.REDIS));
        environment.external("QUARKUS_S3_ENDPOINT_OVERRIDE").ifPresent(url -> ports.remove(Port.S3));
        return ports;
    }

    private CommandFailure alreadyRunning() {
        try {
            RunningSystem running = RunLock.holder(options.data()).orElseThrow();
            return new CommandFailure(
                    ExitCode.ALREADY_RUNNING,
                    "VS Trivia runs already (process " + running.pid() + "): play at " + running.api()
                            + "/, stop it with deploy/local/down.");
        } catch (IOException | RuntimeException unknown) {
            return new CommandFailure(
                    ExitCode.ALREADY_RUNNING,
                    "VS Trivia is being started or stopped already on " + options.data() + ".");
        }
    }

    private RunningSystem description(boolean ready) {
        return new RunningSystem(
                ProcessHandle.current().pid(), options.port(Port.API), options.port(Port.REALTIME), ready);
    }

    private Settings settings() {
        return new Settings(
                root,
                options.data(),
                new ServicePorts(options.port(Port.API), options.port(Port.API_MANAGEMENT)),
                List.of(new ServicePorts(options.port(Port.REALTIME), options.port(Port.REALTIME_MANAGEMENT))),
                options.port(Port.MARIADB),
                options.port(Port.REDIS),
                options.port(Port.S3),
                // Files that are named take the place of the questions that come with the product.
                options.questions().isEmpty() ? Map.of() : Map.of("TRIVIA_STARTER_PACK_IMPORT", "false"));
    }

    private void serve(LocalSystem system, double seconds) throws InterruptedException {
        system.supervise(message -> terminal.line("  " + terminal.red("!") + " " + message));
        String api = "http://localhost:" + options.port(Port.API);
        terminal.line("");
        terminal.line(terminal.bold(String.format(Locale.ROOT, "  VS Trivia is ready after %.1f s.", seconds)));
        terminal.line("");
        terminal.line("  play         " + terminal.cyan(api + "/"));
        offerFirstAdmin(system, api);
        terminal.line("  API          " + api + "/v1/ (described at " + api + "/q/openapi)");
        terminal.line("  socket       ws://localhost:" + options.port(Port.REALTIME) + "/v1/socket");
        terminal.line("  health       http://localhost:" + options.port(Port.API_MANAGEMENT) + "/q/health and :"
                + options.port(Port.REALTIME_MANAGEMENT) + "/q/health (figures at /q/metrics)");
        terminal.line("  logs, data   " + options.data());
        terminal.line("");
        terminal.line("  Ctrl-C stops it, and so does deploy/local/down.");
        new CountDownLatch(1).await();
    }

    /** A system that plays goes on without an admin. */
    private void offerFirstAdmin(LocalSystem system, String api) throws InterruptedException {
        try {
            system.firstAdmin()
                    .ifPresent(
                            claim -> terminal.line("  first admin  " + api + "/" + claim + " (once, within an hour)"));
        } catch (IOException e) {
            terminal.line("  first admin  no link: " + e.getMessage());
        }
    }

    private void demonstrate(LocalSystem system) throws Exception {
        List<String> categories = List.of();
        if (!options.questions().isEmpty()) {
            terminal.line("");
            List<ImportReport> reports = new Importer(terminal, system.apiUri(), system.signingKeyFile())
                    .importFiles(options.questions(), "auto", "", FINDINGS);
            TreeSet<String> imported = new TreeSet<>();
            reports.forEach(report -> imported.addAll(report.categories()));
            categories = List.copyOf(imported);
        }
        new Demo(terminal, system.apiUri(), options.seed().orElseGet(ThreadLocalRandom.current()::nextLong))
                .run(categories);
    }
}
