package app.vstrivia.local.bench;

import app.vstrivia.embedded.Directories;
import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.bench.population.Population;
import app.vstrivia.local.bench.population.QuestionBank;
import app.vstrivia.local.launch.ArchiveTraining;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import app.vstrivia.local.launch.ServicePorts;
import app.vstrivia.local.launch.Settings;
import app.vstrivia.local.terminal.Steps;
import app.vstrivia.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The system under test, in a directory of its own that goes with it. */
public final class BenchSystem implements AutoCloseable {
    private static final String PREFIX = "bench-";

    /** Lets everybody in at once. */
    public static final Map<String, String> OPEN_DOORS = Map.of("TRIVIA_SOCKET_ADMISSIONS_PER_SECOND", "100000");

    /** What protects the service from one client would only measure itself. */
    private static final Map<String, String> WITHOUT_LIMITS = Map.of(
            "TRIVIA_SOCKET_MESSAGES_AT_ONCE", "1000000",
            "TRIVIA_SOCKET_MESSAGES_PER_SECOND", "1000000",
            "TRIVIA_SOCKET_ANNOUNCEMENTS_AT_ONCE", "1000000",
            "TRIVIA_SOCKET_ANNOUNCEMENTS_PER_SECOND", "1000000");

    private final Path data;
    private final LocalSystem system;
    private final List<Integer> sockets;

    private BenchSystem(Path data, LocalSystem system, List<Integer> sockets) {
        this.data = data;
        this.system = system;
        this.sockets = sockets;
    }

    /**
     * @param settings for the services, on top of what lifts the limits of a connection
     * @param jvm options of the JVMs of the realtime service
     * @param terminal where the progress is shown
     */
    public static BenchSystem start(
            Path root, int replicas, Map<String, String> settings, String jvm, Terminal terminal) throws Exception {
        Path target = Files.createDirectories(root.resolve("deploy/local/target"));
        removeAbandoned(target);
        Path data = target.resolve(PREFIX + ProcessHandle.current().pid());
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> environment = new HashMap<>(WITHOUT_LIMITS);
        environment.putAll(settings);
        environment.keySet().removeIf(System.getenv()::containsKey);
        List<ServicePorts> realtime =
                Stream.generate(ServicePorts::free).limit(replicas).toList();
        Settings all = new Settings(
                root,
                data,
                ServicePorts.free(),
                realtime,
                FreePort.next(),
                FreePort.next(),
                FreePort.next(),
                environment,
                jvm.isBlank() ? List.of() : List.of(jvm.strip().split("\\s+")),
                List.of());
        try {
            ArchiveTraining.ensure(root, all.realtimeOptions(), new Steps(terminal));
            return new BenchSystem(
                    data,
                    LocalSystem.start(all, new Steps(terminal)),
                    realtime.stream().map(ServicePorts::http).toList());
        } catch (Exception failure) {
            Directories.delete(data);
            throw failure;
        }
    }

    /** Ends and removes what a benchmark left behind that was killed. */
    private static void removeAbandoned(Path target) throws IOException {
        try (Stream<Path> places = Files.list(target)) {
            for (Path place : places.toList()) {
                String name = place.getFileName().toString();
                if (name.matches(PREFIX + "\\d+")
                        && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                                .isEmpty()) {
                    LocalSystem.endOrphans(place);
                    Directories.delete(place);
                }
            }
        }
    }

    public Population population() throws IOException, SQLException {
        return Population.open(
                system.database().jdbcUrl(), EmbeddedMariaDb.USER, databasePassword(), system.signingKeyFile());
    }

    /** To be filled. */
    QuestionBank questionBank() throws IOException, SQLException {
        return QuestionBank.open(system.database().jdbcUrl(), EmbeddedMariaDb.USER, databasePassword());
    }

    String databasePassword() throws IOException {
        return Secrets.in(data).databasePassword();
    }

    public LocalSystem system() {
        return system;
    }

    /** The ports of the replicas. */
    public List<Integer> sockets() {
        return sockets;
    }

    public int api() {
        return system.apiUri().getPort();
    }

    /** A file of this benchmark; readable by its owner only, and gone with the system. */
    public Path file(String name) {
        return data.resolve(name);
    }

    public List<Long> realtimePids() {
        return IntStream.range(0, system.replicas())
                .mapToObj(replica -> system.realtimeProcess(replica).pid())
                .toList();
    }

    /** All processes of the system. */
    List<Long> pids() {
        List<Long> pids = new ArrayList<>(realtimePids());
        pids.add(system.apiPid());
        pids.add(system.database().process().pid());
        pids.add(system.redis().process().pid());
        return pids;
    }

    @Override
    public void close() throws IOException {
        try {
            system.close();
        } finally {
            Directories.delete(data);
        }
    }
}
