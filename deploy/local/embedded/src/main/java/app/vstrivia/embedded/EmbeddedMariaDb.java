package app.vstrivia.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB server on 127.0.0.1 with one database and one user, both called {@code trivia}.
 *
 * <p>Its directory keeps the data between runs. A server that a killed owner left behind on the same
 * directory is ended first. The password is set anew at each start, so it may change between runs.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    public static final String DATABASE = "trivia";
    public static final String USER = "trivia";

    private static final Duration START_BOUND = Duration.ofSeconds(60);
    private static final byte PROTOCOL_VERSION = 10;

    private final Path directory;
    private final int port;
    private final String password;
    private final Extras extras;
    private volatile ChildProcess server;

    private EmbeddedMariaDb(Path directory, int port, String password, Extras extras) {
        this.directory = directory;
        this.port = port;
        this.password = password;
        this.extras = extras;
    }

    /**
     * What a server has besides.
     *
     * @param options of the server, such as {@code --log-bin=binlog}
     * @param statements that are run before it takes connections, one line each, such as those that make accounts
     */
    public record Extras(List<String> options, List<String> statements) {}

    /**
     * Starts the server and waits until it serves (2 s on an empty directory, 1 s afterwards).
     *
     * @param directory holds data and log; created if absent; belongs to this server alone
     * @param password letters and digits only
     */
    public static EmbeddedMariaDb start(Path directory, int port, String password) {
        return start(directory, port, password, new Extras(List.of(), List.of()));
    }

    /** The same, with something besides. */
    public static EmbeddedMariaDb start(Path directory, int port, String password, Extras extras) {
        if (!password.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("The password may hold letters and digits only");
        }
        EmbeddedMariaDb database = new EmbeddedMariaDb(directory, port, password, extras);
        database.startAgain();
        return database;
    }

    /** Starts a server that has ended, on the same data and port, and waits until it serves. */
    public void startAgain() {
        Path home = ServerBinaries.mariaDbHome();
        try {
            Path place = Files.createDirectories(directory.toAbsolutePath().normalize());
            Path data = place.resolve("data");
            Path log = place.resolve("mariadb.log");
            endOrphans(place);
            FreePort.require(port, "MariaDB");
            MariaDbDataDirectory.createIfAbsent(home, data, log);
            Path accounts = writeAccounts(place);
            try {
                server = ChildProcess.start("MariaDB", command(home, data, accounts), Map.of(), place, log);
                server.awaitReady(() -> greets(port), START_BOUND);
            } finally {
                Files.deleteIfExists(accounts);
            }
        } catch (IOException failure) {
            throw new ServerNotStarted("MariaDB cannot use " + directory, failure);
        }
    }

    /** Ends a server that a killed owner left behind on this directory; answers how many there were. */
    public static int endOrphans(Path directory) {
        return ChildProcess.endOrphans(
                "--datadir=" + directory.toAbsolutePath().normalize().resolve("data"));
    }

    private List<String> command(Path home, Path data, Path accounts) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--basedir=" + home,
                MariaDbDataDirectory.TEMPORARY,
                "--lc-messages-dir=" + home.resolve("share"),
                "--init-file=" + accounts,
                "--user=" + System.getProperty("user.name"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // Relative to the data directory: a full path may be longer than the 107 bytes that are allowed.
                "--socket=mariadb.sock",
                "--pid-file=" + data.resolve("mariadb.pid"),
                "--skip-name-resolve",
                // Otherwise the server spends up to 15 s on making a key for itself.
                "--skip-ssl",
                "--max-connections=300",
                "--max-connect-errors=1000000",
                "--character-set-server=utf8mb4",
                // MySQL Connector/J does not know the newer default collation of MariaDB.
                "--collation-server=utf8mb4_unicode_520_ci",
                "--default-time-zone=+00:00",
                "--innodb-log-file-size=32M",
                "--innodb-buffer-pool-size=128M",
                "--innodb-fast-shutdown=1"));
        command.addAll(extras.options());
        return command;
    }

    /** The folder of {@code mariadb} and {@code mariadb-dump}, which are of the server's version. */
    public static Path programs() {
        return ServerBinaries.mariaDbPrograms();
    }

    /** Run by the server before it takes connections; each statement has to stand on one line. */
    private Path writeAccounts(Path place) throws IOException {
        Path file = place.resolve("accounts.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        List<String> statements = new ArrayList<>(List.of(
                "CREATE DATABASE IF NOT EXISTS trivia CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;",
                "DROP USER IF EXISTS ''@'localhost';",
                "DROP USER IF EXISTS ''@'%';",
                "CREATE USER IF NOT EXISTS 'trivia'@'%' IDENTIFIED BY '" + password + "';",
                "ALTER USER 'trivia'@'%' IDENTIFIED BY '" + password + "';",
                "GRANT ALL PRIVILEGES ON trivia.* TO 'trivia'@'%';",
                "GRANT PROCESS ON *.* TO 'trivia'@'%';"));
        statements.addAll(extras.statements());
        return Files.write(file, statements);
    }

    /** The server speaks first, and not before the accounts are there: its greeting means that it is ready. */
    private static boolean greets(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1000);
            socket.setSoTimeout(1000);
            InputStream in = socket.getInputStream();
            byte[] greeting = in.readNBytes(5);
            return greeting.length == 5 && greeting[4] == PROTOCOL_VERSION;
        }
    }

    public int port() {
        return port;
    }

    /** For the Vert.x client. */
    public String reactiveUrl() {
        return "mysql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** For MySQL Connector/J. */
    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + "?sslMode=DISABLED&connectionTimeZone=UTC";
    }

    public ChildProcess process() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
