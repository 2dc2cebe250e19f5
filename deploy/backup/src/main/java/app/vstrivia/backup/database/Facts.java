package app.vstrivia.backup.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself.
 *
 * @param id of its binary logs: those of another server do not follow them
 */
public record Facts(boolean mariaDb, String version, String id) {

    public static Facts of(Connection connection) throws SQLException {
        String version = text(connection, "SELECT VERSION()");
        boolean mariaDb = version.contains("MariaDB");
        String id = mariaDb
                ? "mariadb-" + text(connection, "SELECT @@server_id")
                : text(connection, "SELECT @@server_uuid");
        return new Facts(mariaDb, version, id);
    }

    /** What its makers call it. */
    public String flavour() {
        return mariaDb ? "MariaDB" : "MySQL";
    }

    /** Whether it is surely the server of that id: MariaDB's are numbers that several have. */
    public boolean isSurely(String server) {
        return !mariaDb && id.equals(server);
    }

    /** Where its binary log ends. */
    public record Position(String file, long offset) {}

    /** A binary log that the server has, and its size in bytes. */
    public record Log(String file, long size) {}

    /** Empty if the server writes no binary log. */
    public Optional<Position> position(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(isOfOldWords() ? "SHOW MASTER STATUS" : "SHOW BINARY LOG STATUS")) {
            return row.next() ? Optional.of(new Position(row.getString(1), row.getLong(2))) : Optional.empty();
        }
    }

    /** MySQL has other words since 8.2, and since 8.4 the old ones no more. */
    private boolean isOfOldWords() {
        String[] parts = version.split("[.-]");
        int release = Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
        return mariaDb || release < 802;
    }

    /** The oldest first. */
    public static List<Log> logs(Connection connection) throws SQLException {
        List<Log> logs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                logs.add(new Log(row.getString(1), row.getLong(2)));
            }
        }
        return logs;
    }

    /** What keeps the binary log from being replayed; empty if nothing does. */
    public Optional<String> logTrouble(Connection connection) throws SQLException {
        if (!isOn(connection, "log_bin")) {
            return Optional.of("The server writes no binary log: start it with log_bin and a server_id.");
        }
        if (!"ROW".equalsIgnoreCase(variable(connection, "binlog_format").orElse("ROW"))) {
            return Optional.of("The binary log holds statements: set binlog_format=ROW on the server.");
        }
        for (String compressing : List.of("binlog_transaction_compression", "log_bin_compress")) {
            if (isOn(connection, compressing)) {
                return Optional.of("The binary log is compressed by the server: set " + compressing
                        + "=OFF. What is archived is sealed and small pieces anyway.");
            }
        }
        return Optional.empty();
    }

    private static boolean isOn(Connection connection, String name) throws SQLException {
        String value = variable(connection, name).orElse("OFF");
        return value.equalsIgnoreCase("ON") || value.equals("1");
    }

    private static Optional<String> variable(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE '" + name + "'")) {
            return row.next() ? Optional.of(row.getString(2)) : Optional.empty();
        }
    }

    /** By the server's clock. */
    public static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT UTC_TIMESTAMP(6)")) {
            row.next();
            return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }

    /** The first column of the first row. */
    public static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The same as a number. */
    public static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first column of all rows. */
    public static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    /** As an identifier in a statement. */
    public static String quoted(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }
}
