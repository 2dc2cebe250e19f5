package app.vstrivia.backup;

import app.vstrivia.backup.database.Server;
import app.vstrivia.embedded.Directories;
import app.vstrivia.embedded.EmbeddedMariaDb;
import app.vstrivia.embedded.FreePort;
import app.vstrivia.embedded.Identity;
import app.vstrivia.local.storage.EmbeddedS3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** A database with a binary log, TLS and accounts as the README asks for, an S3 server, and the settings for both. */
final class Ground implements AutoCloseable {
    private static final String PASSWORD = "secret";
    private static final List<String> ACCOUNTS = List.of(
            "CREATE USER IF NOT EXISTS 'backup'@'%' IDENTIFIED BY '" + PASSWORD + "';",
            "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, SHOW CREATE ROUTINE ON trivia.* TO 'backup'@'%';",
            "GRANT RELOAD, PROCESS, BINLOG MONITOR, REPLICATION SLAVE ON *.* TO 'backup'@'%';",
            "CREATE USER IF NOT EXISTS 'restore'@'%' IDENTIFIED BY '" + PASSWORD + "';",
            "GRANT ALL PRIVILEGES ON trivia.* TO 'restore'@'%';",
            "GRANT BINLOG REPLAY, BINLOG ADMIN, SET USER ON *.* TO 'restore'@'%';",
            "CREATE USER IF NOT EXISTS 'operator'@'%' IDENTIFIED BY '" + PASSWORD + "';",
            "GRANT REPLICATION MASTER ADMIN ON *.* TO 'operator'@'%';");

    private final Path folder;
    private final int port = FreePort.next();
    private final EmbeddedS3 s3;
    private final Identity identity;
    private EmbeddedMariaDb database;
    private EmbeddedMariaDb spare;
    private int servers;
    private final Map<String, String> changed = new HashMap<>();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Ground(Path folder) {
        this.folder = folder;
        identity = Identity.make(folder.resolve("identity"), "server");
        s3 = EmbeddedS3.start(folder.resolve("s3"), FreePort.next(), PASSWORD);
        start();
    }

    /** Another server at the same address, with nothing on it. */
    private void start() {
        database = start(port);
    }

    private EmbeddedMariaDb start(int at) {
        return EmbeddedMariaDb.start(
                folder.resolve("database-" + ++servers), at, PASSWORD, new EmbeddedMariaDb.Extras(options(), ACCOUNTS));
    }

    /** Restores go to a server of their own from now on; answers what services would see there. */
    Server useSpare() {
        if (spare == null) {
            spare = start(FreePort.next());
        }
        set("TARGET_URL", encrypted(spare));
        return new Server(spare.jdbcUrl(), EmbeddedMariaDb.USER, PASSWORD, Optional.empty());
    }

    /** Restores go to the database itself again. */
    void useOwn() {
        set("TARGET_URL", encrypted(database));
    }

    private static String encrypted(EmbeddedMariaDb server) {
        return server.jdbcUrl().replace("sslMode=DISABLED", "sslMode=VERIFY_IDENTITY");
    }

    private List<String> options() {
        return List.of(
                "--log-bin=binlog",
                "--server-id=1",
                "--binlog-format=ROW",
                "--sync-binlog=0",
                "--ssl",
                "--ssl-cert=" + identity.certificate(),
                "--ssl-key=" + identity.key());
    }

    /** Every file of the database is gone, and a server is set up anew. */
    void destroyDatabase() throws IOException {
        database.process().kill();
        Directories.delete(folder.resolve("database-" + servers));
        start();
    }

    /** All tables of the services. */
    void migrate() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), EmbeddedMariaDb.USER, PASSWORD)
                .locations(
                        "filesystem:../../shared-model/src/main/resources/db/migration",
                        "filesystem:../../api-service/src/main/resources/db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /** As the services see it. */
    Server services() {
        return new Server(database.jdbcUrl(), EmbeddedMariaDb.USER, PASSWORD, Optional.empty());
    }

    /** For the settings of the server itself. */
    Server operator() {
        return new Server(
                database.jdbcUrl().replace("/trivia", "/information_schema"), "operator", PASSWORD, Optional.empty());
    }

    Settings settings() {
        return new Settings(environment());
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TRIVIA_BACKUP_DATABASE_URL", encrypted(database));
        environment.put("TRIVIA_BACKUP_DATABASE_CA", identity.certificate().toString());
        environment.put("TRIVIA_BACKUP_DATABASE_USERNAME", "backup");
        environment.put("TRIVIA_BACKUP_DATABASE_PASSWORD", PASSWORD);
        environment.put("TRIVIA_BACKUP_TARGET_URL", encrypted(database));
        environment.put("TRIVIA_BACKUP_TARGET_CA", identity.certificate().toString());
        environment.put("TRIVIA_BACKUP_TARGET_USERNAME", "restore");
        environment.put("TRIVIA_BACKUP_TARGET_PASSWORD", PASSWORD);
        environment.put("TRIVIA_BACKUP_KEYS", keys());
        environment.put("TRIVIA_BACKUP_DIRECTORY", directory().toString());
        environment.put("TRIVIA_BACKUP_S3_BUCKET", EmbeddedS3.BUCKETS.get(0));
        environment.put("TRIVIA_BACKUP_S3_PREFIX", "backup");
        environment.put("TRIVIA_BACKUP_S3_ENDPOINT", s3.endpoint().toString());
        environment.put("TRIVIA_BACKUP_S3_PATH_STYLE", "true");
        environment.put("TRIVIA_BACKUP_S3_ACCESS_KEY_ID", EmbeddedS3.ACCESS_KEY);
        environment.put("TRIVIA_BACKUP_S3_SECRET_ACCESS_KEY", PASSWORD);
        environment.put("TRIVIA_BACKUP_PROGRAMS", EmbeddedMariaDb.programs().toString());
        environment.putAll(changed);
        return environment;
    }

    /** Another value of a setting, from now on. */
    void set(String name, String value) {
        changed.put("TRIVIA_BACKUP_" + name, value);
    }

    String keys() {
        return folder.resolve("keys.json").toString();
    }

    Path directory() {
        return folder.resolve("volume");
    }

    /** A command, as it is typed. What it prints is in {@link #said}, and on the test's own output. */
    ExitCode run(String... words) {
        out.reset();
        err.reset();
        ExitCode code = Main.run(
                List.of(words),
                environment(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        System.out.println("$ deploy/backup/" + String.join(" ", words) + "\n" + said());
        return code;
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
        if (spare != null) {
            spare.close();
        }
        s3.close();
    }
}
