package app.vstrivia.local.prove;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import app.vstrivia.local.launch.ServicePorts;
import app.vstrivia.local.launch.Settings;
import app.vstrivia.local.prove.chaos.FaultyLink;
import app.vstrivia.local.prove.check.AuditStore;
import app.vstrivia.local.terminal.Steps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A system whose realtime replicas reach the database over links that can be told to misbehave, and start fast: they are
 * started a thousand times. The first start writes an archive of the loaded classes, which the later ones map; with it,
 * without the second compiler and with a small heap a start takes 1.05 s of time and 1.2 s of CPU instead of 1.65 and 2.4.
 */
final class ProvedSystem implements AutoCloseable {
    private static final String QUICK_START =
            "-XX:+UseSerialGC\n-XX:TieredStopAtLevel=1\n-Xmx128m\n-Xss512k\n-XX:-UsePerfData\n-Xlog:disable\n";
    private static final int DUMP_SECONDS = 30;

    private final List<FaultyLink> links = new ArrayList<>();
    private final Path data;
    private LocalSystem system;

    private ProvedSystem(Path data) {
        this.data = data;
    }

    static ProvedSystem start(Path root, Path data, int replicas, Steps steps) throws Exception {
        ProvedSystem proved = new ProvedSystem(data);
        boolean started = false;
        try {
            proved.startParts(root, replicas, steps);
            started = true;
            return proved;
        } finally {
            if (!started) {
                proved.close();
            }
        }
    }

    private void startParts(Path root, int replicas, Steps steps) throws Exception {
        int databasePort = FreePort.next();
        List<Map<String, String>> environments = new ArrayList<>();
        for (int replica = 1; replica <= replicas; replica++) {
            FaultyLink link = new FaultyLink("replica-" + replica, databasePort);
            links.add(link);
            environments.add(Map.of(
                    "QUARKUS_DATASOURCE_REACTIVE_URL",
                    "mysql://127.0.0.1:" + link.port() + "/" + EmbeddedMariaDb.DATABASE));
        }
        Files.writeString(options(), QUICK_START + "-XX:ArchiveClassesAtExit=" + archive() + "\n");
        system = LocalSystem.start(
                new Settings(
                        root,
                        data,
                        ServicePorts.free(),
                        Stream.generate(ServicePorts::free).limit(replicas).toList(),
                        databasePort,
                        FreePort.next(),
                        FreePort.next(),
                        Map.of(),
                        List.of("@" + options()),
                        environments),
                steps);
        steps.run("class archive", done -> archive().getFileName().toString(), this::startAgainWithArchive);
    }

    /** Options that the JVM reads at each start. */
    private Path options() {
        return data.resolve("realtime.options");
    }

    private Path archive() {
        return data.resolve("realtime.jsa");
    }

    /** The first replica ends by itself and so writes the archive; then all start with it. */
    private Path startAgainWithArchive() throws IOException, InterruptedException {
        system.realtimeProcess(0).terminate();
        try {
            system.realtimeProcess(0).ended().get(DUMP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            throw new IOException("a realtime process did not end when it was asked to", late);
        }
        Files.writeString(options(), QUICK_START + "-XX:SharedArchiveFile=" + archive() + "\n");
        for (int replica = 0; replica < system.replicas(); replica++) {
            system.killRealtime(replica);
            system.startRealtime(replica);
        }
        return archive();
    }

    LocalSystem system() {
        return system;
    }

    List<FaultyLink> links() {
        return links;
    }

    List<URI> sockets() {
        return IntStream.range(0, system.replicas()).mapToObj(system::socketUri).toList();
    }

    /** Straight to the database, past the links. */
    AuditStore store() throws IOException {
        return new AuditStore(
                system.database().jdbcUrl(),
                EmbeddedMariaDb.USER,
                Secrets.in(data).databasePassword());
    }

    @Override
    public void close() throws IOException {
        try {
            if (system != null) {
                system.close();
            }
        } finally {
            for (FaultyLink link : links) {
                link.close();
            }
        }
    }
}
