package app.vstrivia.backup.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement in the binary log: {@code BEGIN}, {@code COMMIT}, or one that changes tables. With what its session was set to.
 *
 * @param settings statements that set the session as it was
 * @param changed the databases of what it changes; empty if the server does not say, as MariaDB
 */
record QueryEvent(String database, String sql, List<String> settings, List<String> changed) {
    private static final int FIXED = LogEvent.HEADER + 13;
    private static final int CHECKSUM = 4;

    // What the server notes of a session, with its code; those that come first, in their order. Others are not needed.
    private static final int FLAGS = 0;
    private static final int SQL_MODE = 1;
    private static final int CATALOG = 6;
    private static final int AUTO_INCREMENT = 3;
    private static final int CHARSET = 4;
    private static final int TIME_ZONE = 5;
    private static final int MONTH_NAMES = 7;
    private static final int DATABASE_CHARSET = 8;
    private static final int TABLES_OF_UPDATE = 9;
    private static final int LENGTH_AT_SOURCE = 10;
    private static final int INVOKER = 11;
    private static final int CHANGED = 12;
    /** In place of the count: too many to be listed. */
    private static final int TOO_MANY = 254;

    private static final long NO_FOREIGN_KEY_CHECKS = 1L << 26;
    private static final long RELAXED_UNIQUE_CHECKS = 1L << 27;

    private static final Set<String> OF_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD");
    private static final List<String> OF_ACCOUNTS = List.of(
            "GRANT ",
            "REVOKE ",
            "CREATE USER",
            "ALTER USER",
            "DROP USER",
            "RENAME USER",
            "CREATE ROLE",
            "DROP ROLE",
            "SET PASSWORD",
            "SET DEFAULT ROLE",
            "FLUSH ");
    private static final List<String> OF_SAVEPOINTS = List.of("SAVEPOINT ", "ROLLBACK TO ", "RELEASE SAVEPOINT ");
    private static final List<String> OF_DATABASES = List.of(
            "CREATE DATABASE", "CREATE SCHEMA", "DROP DATABASE", "DROP SCHEMA", "ALTER DATABASE", "ALTER SCHEMA");

    static QueryEvent of(LogEvent event, boolean checksums) {
        int databaseLength = event.number1(LogEvent.HEADER + 8);
        int variables = event.number2(LogEvent.HEADER + 11);
        int at = FIXED + variables;
        String database = event.text(at, databaseLength);
        int sqlAt = at + databaseLength + 1;
        int end = event.bytes().length - (checksums ? CHECKSUM : 0);
        List<String> settings = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        readSession(event, at, settings, changed);
        return new QueryEvent(database, event.text(sqlAt, end - sqlAt).strip(), settings, changed);
    }

    private static void readSession(LogEvent event, int end, List<String> settings, List<String> changed) {
        settings.add("SET TIMESTAMP = " + event.timestamp());
        int at = FIXED;
        while (at < end) {
            int code = event.number1(at++);
            switch (code) {
                case FLAGS -> {
                    long flags = event.number4(at);
                    settings.add("SET SESSION foreign_key_checks = " + ((flags & NO_FOREIGN_KEY_CHECKS) == 0 ? 1 : 0)
                            + ", SESSION unique_checks = " + ((flags & RELAXED_UNIQUE_CHECKS) == 0 ? 1 : 0));
                    at += 4;
                }
                case SQL_MODE -> {
                    settings.add("SET SESSION sql_mode = " + event.number8(at));
                    at += 8;
                }
                case CATALOG -> at += 1 + event.number1(at);
                case AUTO_INCREMENT -> at += 4;
                case CHARSET -> {
                    // Statements come here as text, so that the client's own stays what it is.
                    settings.add("SET SESSION collation_connection = " + event.number2(at + 2)
                            + ", SESSION collation_server = " + event.number2(at + 4));
                    at += 6;
                }
                case TIME_ZONE -> {
                    int length = event.number1(at);
                    settings.add("SET SESSION time_zone = '"
                            + event.text(at + 1, length).replace("'", "''") + "'");
                    at += 1 + length;
                }
                case MONTH_NAMES, DATABASE_CHARSET -> at += 2;
                case TABLES_OF_UPDATE -> at += 8;
                case LENGTH_AT_SOURCE -> at += 4;
                case INVOKER -> {
                    at += 1 + event.number1(at);
                    at += 1 + event.number1(at);
                }
                case CHANGED -> {
                    int count = event.number1(at++);
                    for (int i = 0; i < count && count < TOO_MANY; i++) {
                        int length = 0;
                        while (event.number1(at + length) != 0) {
                            length++;
                        }
                        changed.add(event.text(at, length));
                        at += length + 1;
                    }
                    at = end;
                }
                default -> at = end;
            }
        }
    }

    /** Whether it changes something of a database. */
    boolean changes(String which) {
        return changed.isEmpty() ? database.equals(which) : changed.contains(which);
    }

    boolean is(String word) {
        return sql.equalsIgnoreCase(word);
    }

    /** Rows changed by a statement: what it did then it need not do now. */
    boolean changesRows() {
        return OF_ROWS.contains(words().split("[ (]", 2)[0]);
    }

    boolean ofAccounts() {
        return OF_ACCOUNTS.stream().anyMatch(words()::startsWith);
    }

    boolean ofDatabases() {
        return OF_DATABASES.stream().anyMatch(words()::startsWith);
    }

    /** What was rolled back to one is not in the log. */
    boolean ofSavepoints() {
        return OF_SAVEPOINTS.stream().anyMatch(words()::startsWith);
    }

    boolean ofDistributedTransaction() {
        return words().startsWith("XA ");
    }

    /** In capitals, and without the comments at the beginning. */
    private String words() {
        String text = sql;
        while (text.startsWith("/*") && !text.startsWith("/*!") && text.contains("*/")) {
            text = text.substring(text.indexOf("*/") + 2).strip();
        }
        return text.substring(0, Math.min(text.length(), 40))
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
    }
}
