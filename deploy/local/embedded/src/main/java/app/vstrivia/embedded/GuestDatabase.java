package app.vstrivia.embedded;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A database for one run on a server that runs already, in place of the embedded one. The account named in the server's address
 * ({@code mysql://root:secret@127.0.0.1:3306}) creates database and account, and drops both at the end. Tests have the address from
 * {@code trivia.test.database}. MySQL Connector/J must be on the class path.
 */
public final class GuestDatabase implements AutoCloseable {
    private static final String SETTING = "trivia.test.database";
    private static final String OPTIONS = "?sslMode=PREFERRED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC";

    private final URI server;
    private final String name;
    private final String password;

    private GuestDatabase(URI server, String name, String password) {
        this.server = server;
        this.name = name;
        this.password = password;
    }

    /**
     * Creates it, if a server is named.
     *
     * @param password letters and digits only
     * @throws ServerNotStarted if the server does not do that, or the address names none
     */
    static Optional<GuestDatabase> onNamedServer(String password) {
        String server = System.getProperty(SETTING, "");
        if (server.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(on(URI.create(server), password));
    }

    /**
     * Creates it.
     *
     * @param server {@code mysql://USER:PASSWORD@HOST:PORT}; without a port 3306
     * @param password letters and digits only
     * @throws ServerNotStarted if the server does not do that, or the address names none
     */
    public static GuestDatabase on(URI server, String password) {
        if (server.getHost() == null || server.getUserInfo() == null) {
            throw new ServerNotStarted("A server is named as mysql://USER:PASSWORD@HOST:PORT");
        }
        GuestDatabase database =
                new GuestDatabase(server, "trivia_" + ProcessHandle.current().pid(), password);
        try {
            database.create();
        } catch (SQLException failure) {
            throw new ServerNotStarted(database.place() + " gives no database", failure);
        }
        return database;
    }

    private void create() throws SQLException {
        execute(List.of(
                "DROP DATABASE IF EXISTS " + name,
                "CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci",
                "DROP USER IF EXISTS '" + name + "'@'%'",
                "CREATE USER '" + name + "'@'%' IDENTIFIED BY '" + password + "'",
                "GRANT ALL PRIVILEGES ON " + name + ".* TO '" + name + "'@'%'",
                "GRANT PROCESS ON *.* TO '" + name + "'@'%'"));
    }

    private void execute(List<String> statements) throws SQLException {
        String[] account = (server.getUserInfo() + ":").split(":", 3);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:mysql://" + place() + "/" + OPTIONS, account[0], account[1]);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String place() {
        return server.getHost() + ":" + (server.getPort() < 0 ? 3306 : server.getPort());
    }

    public String user() {
        return name;
    }

    /** For the Vert.x client. */
    public String reactiveUrl() {
        return "mysql://" + place() + "/" + name;
    }

    /** For MySQL Connector/J. */
    public String jdbcUrl() {
        return "jdbc:mysql://" + place() + "/" + name + OPTIONS;
    }

    /** Drops it; the next run of a process with this number would do it, too. */
    @Override
    public void close() {
        try {
            execute(List.of("DROP DATABASE IF EXISTS " + name, "DROP USER IF EXISTS '" + name + "'@'%'"));
        } catch (SQLException failure) {
            System.err.println(name + " stays on the server: " + failure.getMessage());
        }
    }
}
