package app.vstrivia.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The servers that a {@code @QuarkusTest} needs: one empty database and one Redis-protocol server for each
 * test JVM, on free ports, with their files under the module's {@code target/embedded/<pid>}.
 *
 * <p>With {@code -Dtrivia.test.database=mysql://USER:PASSWORD@HOST:PORT} the database is one on that server instead ({@link
 * GuestDatabase}).
 *
 * <p>Quarkus loads this class again for each start of an application, so what runs is remembered in the
 * system properties and not in a static field. The servers end with the JVM; those of a killed one are ended
 * by the next test run of the module.
 */
public final class EmbeddedServices implements QuarkusTestResourceLifecycleManager {
    private static final String STARTED = "app.vstrivia.embedded.services";
    private static final String PASSWORD = "trivia";
    private static final int ATTEMPTS = 3;

    @Override
    public Map<String, String> start() {
        Properties properties = System.getProperties();
        synchronized (properties) {
            if (properties.containsKey(STARTED)) {
                return remembered(properties);
            }
            Map<String, String> running = startServers();
            // Strings only: the transaction manager of an application copies all system properties as such.
            running.forEach((setting, value) -> properties.setProperty(STARTED + "." + setting, value));
            properties.setProperty(STARTED, "running");
            return running;
        }
    }

    private static Map<String, String> remembered(Properties properties) {
        Map<String, String> settings = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(STARTED + ".")) {
                settings.put(name.substring(STARTED.length() + 1), properties.getProperty(name));
            }
        }
        return settings;
    }

    private static Map<String, String> startServers() {
        Path target = Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target", "embedded")
                .toAbsolutePath();
        Path place = target.resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            dropAbandoned(target, place);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        TestDatabase database = databaseIn(place.resolve("mariadb"));
        EmbeddedRedis redis = startRedis(place.resolve("redis"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            redis.process().kill();
            database.end().run();
            try {
                Directories.delete(place);
            } catch (IOException left) {
                // The next test run drops it.
            }
        }));
        return Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", PASSWORD,
                "quarkus.redis.hosts", redis.url());
    }

    private record TestDatabase(String reactiveUrl, String jdbcUrl, String user, Runnable end) {}

    /** The embedded one, or one on a server that runs already. */
    private static TestDatabase databaseIn(Path directory) {
        Optional<GuestDatabase> guest = GuestDatabase.onNamedServer(PASSWORD);
        if (guest.isPresent()) {
            GuestDatabase there = guest.get();
            return new TestDatabase(there.reactiveUrl(), there.jdbcUrl(), there.user(), there::close);
        }
        EmbeddedMariaDb own = startDatabase(directory);
        return new TestDatabase(own.reactiveUrl(), own.jdbcUrl(), EmbeddedMariaDb.USER, own.process()::kill);
    }

    /** A port that was free a moment ago may be taken by now: another test run may want one as well. */
    private static EmbeddedMariaDb startDatabase(Path directory) {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedMariaDb.start(directory, FreePort.next(), PASSWORD);
            } catch (ServerNotStarted failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static EmbeddedRedis startRedis(Path directory) {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedRedis.start(directory, FreePort.next());
            } catch (ServerNotStarted failure) {
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static void dropAbandoned(Path target, Path own) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> places = Files.list(target)) {
            for (Path place : places.toList()) {
                long owner = Long.parseLong(place.getFileName().toString());
                if (place.equals(own) || ProcessHandle.of(owner).isEmpty()) {
                    ChildProcess.endOrphans(
                            "--datadir=" + place.resolve("mariadb").resolve("data"));
                    EmbeddedRedis.endOrphans(place.resolve("redis"));
                    Directories.delete(place);
                }
            }
        }
    }

    /** Nothing: the servers serve all test classes of this JVM and end with it. */
    @Override
    public void stop() {}
}
