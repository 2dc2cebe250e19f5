package app.vstrivia.local.launch;

import app.vstrivia.embedded.ChildProcess;
import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.EmbeddedRedis;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole system: database, Redis-protocol server, S3 server, the API and one or more replicas of the
 * realtime service. Each part is a process of its own, except the S3 server. Closing it ends every part, the
 * services first.
 */
public final class LocalSystem implements AutoCloseable {
    private final Settings settings;
    private final boolean writing;
    private final Parts parts = new Parts();
    private final List<JavaService> realtime = new ArrayList<>();
    private final List<JavaService> apis = new ArrayList<>();
    private Servers servers;

    private LocalSystem(Settings settings, boolean writing) {
        this.settings = settings;
        this.writing = writing;
    }

    /** Starts every part and waits for it; if one does not start, those that did are ended again. */
    public static LocalSystem start(Settings settings, Steps steps) throws Exception {
        return start(settings, steps, false);
    }

    /** @param writing whether services without an archive write theirs when they end: see {@link #finishWriting} */
    static LocalSystem start(Settings settings, Steps steps, boolean writing) throws Exception {
        LocalSystem system = new LocalSystem(settings, writing);
        boolean started = false;
        try {
            system.startParts(steps);
            started = true;
            return system;
        } finally {
            if (!started) {
                system.close();
            }
        }
    }

    /**
     * A system on free ports, for tests: built services are expected in the project around the working
     * directory.
     *
     * @param data an empty directory, or that of an earlier system
     * @param replicas how many realtime services
     * @param environment for the services, before all that the system itself would say
     */
    public static LocalSystem startForTest(Path data, int replicas, Map<String, String> environment) throws Exception {
        Settings settings = new Settings(
                projectRoot(),
                data,
                ServicePorts.free(),
                Stream.generate(ServicePorts::free).limit(replicas).toList(),
                FreePort.next(),
                FreePort.next(),
                FreePort.next(),
                environment);
        Steps silent = new Steps(Terminal.silent());
        ArchiveTraining.ensure(settings.root(), settings.realtimeOptions(), silent);
        return start(settings, silent);
    }

    /** The project's folder: the one around the working directory. */
    public static Path projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not inside the project: " + Path.of("").toAbsolutePath());
    }

    /** Ends what a killed launcher left behind on this data directory; answers how many processes that were. */
    public static int endOrphans(Path data) {
        return ChildProcess.endOrphans(JavaService.ownerArgument(data))
                + EmbeddedRedis.endOrphans(data.resolve("redis"))
                + EmbeddedMariaDb.endOrphans(data.resolve("mariadb"));
    }

    private void startParts(Steps steps) throws Exception {
        Secrets secrets = Secrets.in(settings.data());
        ServiceEnvironment environment = new ServiceEnvironment(settings);
        servers = Servers.start(settings, secrets, parts, steps, environment);
        environment.put(
                "TRIVIA_TOKEN_SIGNING_KEY_FILE", secrets.signingKeyFile().toString());
        environment.put(
                "TRIVIA_WEB_SOCKET_URL",
                "ws://localhost:" + settings.realtime().get(0).http() + "/v1/socket");
        environment.put(
                "QUARKUS_OIDC_JWKS_PATH", "http://127.0.0.1:" + settings.api().http() + "/.well-known/jwks.json");
        addApi(
                "api-service",
                settings.api(),
                writing,
                environment.withQuickShutdown().on(settings.api()),
                steps);
        for (int replica = 0; replica < settings.realtime().size(); replica++) {
            JavaService next = parts.opened(realtime(replica, environment));
            realtime.add(next);
            startService(steps, next);
        }
    }

    private void addApi(
            String instance, ServicePorts ports, boolean writing, Map<String, String> environment, Steps steps)
            throws Exception {
        JavaService api = parts.opened(
                new JavaService("api-service", instance, ports, settings, List.of(), writing, environment));
        apis.add(api);
        startService(steps, api);
    }

    /** Starts one more process of the API, on free ports. */
    public void startAnotherApi(Steps steps) throws Exception {
        ServicePorts ports = ServicePorts.free();
        Map<String, String> environment = new HashMap<>(apis.get(0).environment());
        environment.putAll(ServiceEnvironment.ports(ports));
        addApi("api-service-" + (apis.size() + 1), ports, false, environment, steps);
    }

    private JavaService realtime(int replica, ServiceEnvironment environment) {
        ServicePorts ports = settings.realtime().get(replica);
        Map<String, String> own = new HashMap<>(environment.on(ports));
        own.putAll(settings.environmentOf(replica));
        String instance = replica == 0 ? "realtime-service" : "realtime-service-" + (replica + 1);
        return new JavaService("realtime-service", instance, ports, settings, settings.realtimeOptions(), writing, own);
    }

    private static void startService(Steps steps, JavaService service) throws Exception {
        steps.run(service.name(), started -> started.uri().getAuthority(), () -> {
            service.start();
            return service;
        });
    }

    /** Ends the services that write archives, and keeps those; false if one was not written. */
    boolean finishWriting(Duration bound) throws IOException, InterruptedException {
        boolean written = apis.get(0).finishWriting(bound);
        for (JavaService service : realtime) {
            written &= service.finishWriting(bound);
        }
        return written;
    }

    /** Starts a service again whenever it ends, until the system is closed. */
    public void supervise(Consumer<String> report) {
        apis.forEach(api -> parts.opened(new Supervisor(api, report)));
        realtime.forEach(service -> parts.opened(new Supervisor(service, report)));
    }

    public Path data() {
        return settings.data();
    }

    public Path signingKeyFile() {
        return settings.data().resolve("keys/signing-key.pem");
    }

    /**
     * The end of the address, from the {@code #} on, that makes whoever opens it the first admin; nothing if there is one.
     *
     * @throws IOException if the API cannot be asked
     */
    public Optional<String> firstAdmin() throws IOException, InterruptedException {
        return FirstAdmin.fragment(apiUri(), signingKeyFile());
    }

    public URI apiUri() {
        return apiUri(0);
    }

    /** Of one of several; they count from 0. */
    public URI apiUri(int which) {
        return apis.get(which).uri();
    }

    public URI apiManagementUri() {
        return apis.get(0).managementUri();
    }

    public int replicas() {
        return realtime.size();
    }

    /** The process of the API, for measurements. */
    public long apiPid() {
        return apis.get(0).process().pid();
    }

    /** What a replica finds in its environment, with the secrets that it needs: not to be printed or put into a command line. */
    public Map<String, String> realtimeEnvironment(int replica) {
        return realtime.get(replica).environment();
    }

    /** Where the socket of a replica is; replicas count from 0. */
    public URI socketUri(int replica) {
        return URI.create("ws://" + realtime.get(replica).uri().getAuthority() + "/v1/socket");
    }

    public URI realtimeUri(int replica) {
        return realtime.get(replica).uri();
    }

    public URI realtimeManagementUri(int replica) {
        return realtime.get(replica).managementUri();
    }

    /** Ends a replica as a crash would. */
    public void killRealtime(int replica) {
        realtime.get(replica).process().kill();
    }

    /** Starts a killed replica again, on its port, and waits until it is ready. */
    public void startRealtime(int replica) throws IOException {
        realtime.get(replica).start();
    }

    /** The next start of a replica is that of another build of the project. */
    public void useForRealtime(int replica, Path root) {
        realtime.get(replica).use(root);
    }

    /** The present process of a replica, for what is done to it besides. */
    public ChildProcess realtimeProcess(int replica) {
        return realtime.get(replica).process();
    }

    /** Ends the API as a crash would. */
    public void killApi() {
        apis.get(0).process().kill();
    }

    public void startApi() throws IOException {
        startApi(0);
    }

    public void startApi(int which) throws IOException {
        apis.get(which).start();
    }

    /** The next start of an API is that of another build of the project, and leaves the tables as they are. */
    public void useForApi(int which, Path root) {
        apis.get(which).leaveTablesAlone();
        apis.get(which).use(root);
    }

    public ChildProcess apiProcess(int which) {
        return apis.get(which).process();
    }

    /**
     * Begins to bring the database up to date, as a process beside the services does it before a release.
     *
     * @param root the build that does it
     */
    public ChildProcess migrate(Path root) {
        return JavaService.migration(root, settings.data(), apis.get(0).environment());
    }

    /** The database's addresses and process, for tests that look at or break it. */
    public EmbeddedMariaDb database() {
        return servers.database();
    }

    public EmbeddedRedis redis() {
        return servers.redis();
    }

    @Override
    public void close() {
        parts.close();
    }
}
