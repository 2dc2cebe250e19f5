package app.vstrivia.local.prove;

import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.local.launch.ArchiveTraining;
import app.vstrivia.local.launch.LocalSystem;
import app.vstrivia.local.launch.Secrets;
import app.vstrivia.local.launch.ServicePorts;
import app.vstrivia.local.launch.Settings;
import app.vstrivia.local.prove.chaos.FaultyLink;
import app.vstrivia.local.prove.check.AuditStore;
import app.vstrivia.local.terminal.Steps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A system whose realtime replicas reach the database over links that can be told to misbehave, and start fast: they are
 * started a thousand times, so without the second compiler and with a small heap.
 */
final class ProvedSystem implements AutoCloseable {
    private static final List<String> QUICK_START =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-Xss512k", "-XX:-UsePerfData");

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
        ArchiveTraining.ensure(root, QUICK_START, steps);
        int databasePort = FreePort.next();
        List<Map<String, String>> environments = new ArrayList<>();
        for (int replica = 1; replica <= replicas; replica++) {
            FaultyLink link = new FaultyLink("replica-" + replica, databasePort);
            links.add(link);
            environments.add(Map.of(
                    "QUARKUS_DATASOURCE_REACTIVE_URL",
                    "mysql://127.0.0.1:" + link.port() + "/" + EmbeddedMariaDb.DATABASE));
        }
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
                        QUICK_START,
                        environments),
                steps);
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
