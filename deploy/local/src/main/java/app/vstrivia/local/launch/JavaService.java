package app.vstrivia.local.launch;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.local.archive.JvmArchive;
import app.vstrivia.local.terminal.CommandFailure;
import app.vstrivia.local.terminal.ExitCode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One of the product's services, as a process of its own. It can be killed and started again. */
final class JavaService implements AutoCloseable {
    private static final Duration READY_BOUND = Duration.ofSeconds(60);
    private static final int PROBE_MILLIS = 2_000;

    private final String service;
    private final String name;
    private final ServicePorts ports;
    private final List<String> options;
    private final boolean writing;
    private final Map<String, String> environment;
    private final Path data;
    private final Path log;
    private Path program;
    private JvmArchive archive;
    private ChildProcess process;
    private boolean closed;

    /**
     * @param service the service's folder
     * @param instance names this one among others of its kind, and its log
     * @param options for its JVM
     * @param writing whether its JVM writes the archive that later ones use
     */
    JavaService(
            String service,
            String instance,
            ServicePorts ports,
            Settings settings,
            List<String> options,
            boolean writing,
            Map<String, String> environment) {
        this.service = service;
        this.name = instance;
        this.ports = ports;
        this.data = settings.data();
        this.log = data.resolve("logs").resolve(instance + ".log");
        this.environment = new HashMap<>(environment);
        this.options = List.copyOf(options);
        use(settings.root());
        this.writing = writing && !archive.isFresh();
    }

    /** From the next start on it is what was built in that folder of the project. */
    final void use(Path root) {
        program = program(root, service);
        if (!Files.exists(program)) {
            throw new CommandFailure(ExitCode.FAILED, program + " is not there: build the project first.");
        }
        archive = JvmArchive.of(program, options);
    }

    /** From the next start on the database is brought up to date by a step before, as in a release, and not by this. */
    void leaveTablesAlone() {
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
    }

    private List<String> command() throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add(ownerArgument(data));
        line.addAll(options);
        line.addAll(writing ? archive.writing() : archive.using());
        line.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", program.toString()));
        return line;
    }

    /** What the build makes of a service; its libraries are beside it. */
    public static Path program(Path root, String service) {
        return root.resolve(service).resolve("target").resolve(service + "-runner.jar");
    }

    /** The step that brings the database up to date, and ends. */
    static ChildProcess migration(Path root, Path data, Map<String, String> environment) {
        return ChildProcess.start(
                "migrate",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        ownerArgument(data),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        program(root, "api-service").toString(),
                        "migrate"),
                environment,
                data,
                data.resolve("logs").resolve("migrate.log"));
    }

    /** Marks the processes of a data directory, so that those of a killed launcher are found. */
    static String ownerArgument(Path data) {
        return "-Dtrivia.data=" + data;
    }

    String name() {
        return name;
    }

    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + ports.http());
    }

    /** Where it tells of its health and its figures. */
    URI managementUri() {
        return URI.create("http://127.0.0.1:" + ports.management());
    }

    /** Starts the process if it does not run, and waits until it is ready to serve. */
    void start() throws IOException {
        ChildProcess started;
        synchronized (this) {
            if (closed || process != null && process.isAlive()) {
                return;
            }
            Files.createDirectories(log.getParent());
            started = ChildProcess.start(name, command(), environment, data, log);
            process = started;
        }
        started.awaitReady(this::ready, READY_BOUND);
    }

    /**
     * Ends it as an operator does, and keeps the archive that its JVM then writes, if it is one that is to.
     *
     * @return false if it was to write one and did not
     * @throws IOException if it does not end in time
     */
    boolean finishWriting(Duration bound) throws IOException, InterruptedException {
        if (!writing) {
            return true;
        }
        process().terminate();
        try {
            process().ended().get(bound.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            throw new IOException(name + " did not end within " + bound.toSeconds() + " s", late);
        }
        return archive.keep();
    }

    synchronized ChildProcess process() {
        return process;
    }

    private boolean ready() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                managementUri().resolve("/q/health/ready").toURL().openConnection();
        connection.setConnectTimeout(PROBE_MILLIS);
        connection.setReadTimeout(PROBE_MILLIS);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public void close() {
        ChildProcess last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        if (last != null) {
            last.close();
        }
    }
}
