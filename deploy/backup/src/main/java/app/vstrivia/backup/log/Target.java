package app.vstrivia.backup.log;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.database.Facts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The server that a log is repeated on. Events go there as they are, by the statement {@code BINLOG}; many small transactions
 * are committed together.
 *
 * <p>The account needs {@code REPLICATION_APPLIER} (MySQL) or {@code BINLOG REPLAY} and {@code BINLOG ADMIN} (MariaDB).
 */
final class Target implements Receiver {
    private static final int MOST_TRANSACTIONS = 1_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int AROUND = 100;

    private final Statement statement;
    private final boolean mariaDb;
    private final long mostInStatement;
    private final String timeZone;
    private final String sqlMode;
    private final List<byte[]> waiting = new ArrayList<>();
    private int waitingTransactions;
    private long waitingBytes;

    Target(Connection connection) throws SQLException {
        statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        mariaDb = Facts.of(connection).mariaDb();
        // In base 64 events take a third more.
        mostInStatement = (Facts.number(connection, "SELECT @@max_allowed_packet") - AROUND) / 4 * 3;
        timeZone = Facts.text(connection, "SELECT @@session.time_zone");
        sqlMode = Facts.text(connection, "SELECT @@session.sql_mode");
        if (mariaDb) {
            // Else the server's own log gets the whole statement again with each of its transactions.
            statement.execute("SET SESSION binlog_annotate_row_events = OFF");
        }
    }

    @Override
    public void format(byte[] event) throws SQLException {
        flush();
        binlog(List.of(event));
        if (!mariaDb) {
            // The description has MySQL expect an identifier before each transaction, as in the log; it is to give its
            // own.
            statement.execute("SET SESSION gtid_next = 'AUTOMATIC'");
        }
    }

    @Override
    public void transaction(List<byte[]> events) throws SQLException {
        waiting.addAll(events);
        waitingTransactions++;
        waitingBytes += events.stream().mapToLong(event -> event.length).sum();
        if (waitingTransactions >= MOST_TRANSACTIONS || waitingBytes >= MOST_BYTES) {
            flush();
        }
    }

    @Override
    public void statement(String database, QueryEvent query) throws SQLException {
        flush();
        if (!database.isEmpty()) {
            statement.execute("USE " + database);
        }
        for (String setting : query.settings()) {
            statement.execute(setting);
        }
        try {
            statement.execute(query.sql());
        } catch (SQLException failure) {
            throw new SQLException(failure.getMessage() + ", in: " + query.sql(), failure);
        }
        statement.execute("SET TIMESTAMP = DEFAULT");
        statement.execute("SET SESSION foreign_key_checks = 1, SESSION unique_checks = 1");
        statement.execute("SET SESSION time_zone = '" + timeZone + "', SESSION sql_mode = '" + sqlMode + "'");
    }

    /** Commits what waits. */
    @Override
    public void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        statement.execute("BEGIN");
        List<byte[]> together = new ArrayList<>();
        List<byte[]> group = new ArrayList<>();
        long size = 0;
        for (byte[] event : waiting) {
            group.add(event);
            boolean isEnd = new LogEvent(event).isRows() && Replay.endsStatement(event);
            if (isEnd) {
                long groupSize = group.stream().mapToLong(one -> one.length).sum();
                if (size + groupSize > Math.min(mostInStatement, MOST_BYTES) && !together.isEmpty()) {
                    binlog(together);
                    together.clear();
                    size = 0;
                }
                together.addAll(group);
                size += groupSize;
                group.clear();
            }
        }
        together.addAll(group);
        binlog(together);
        statement.execute("COMMIT");
        waiting.clear();
        waitingTransactions = 0;
        waitingBytes = 0;
    }

    /** @throws CommandFailure if the server does not take as much as one of the statements has, of which these are the events */
    void requireRoom(List<byte[]> events) {
        long size = 0;
        for (byte[] event : events) {
            size += event.length;
            if (new LogEvent(event).isRows() && Replay.endsStatement(event)) {
                requireRoom(size);
                size = 0;
            }
        }
        requireRoom(size);
    }

    private void requireRoom(long size) {
        if (size > mostInStatement) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "A statement of the binary log has " + size + " bytes: set max_allowed_packet of the server to "
                            + (size / 3 * 4 + 2 * AROUND) + " or more.");
        }
    }

    private void binlog(List<byte[]> events) throws SQLException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        events.forEach(all::writeBytes);
        requireRoom(all.size());
        String text = new String(Base64.getEncoder().encode(all.toByteArray()), StandardCharsets.US_ASCII);
        statement.execute("BINLOG '" + text + "'");
    }
}
