package app.vstrivia.backup.log;

import app.vstrivia.backup.CommandFailure;
import app.vstrivia.backup.ExitCode;
import app.vstrivia.backup.database.Facts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Repeats what a log tells, transaction by transaction, up to the first commit of a second or later. Commits are in the log in
 * their order: what comes after that one was acknowledged after it.
 */
final class Replay {
    private static final int STATEMENT_END = 1;

    private final Receiver target;
    private final String database;
    private final long stopAt;
    private final long mostOfTransaction;

    /** Of the tables that events tell of by a number: whether they are of our database. */
    private final Map<Long, Boolean> ours = new HashMap<>();

    private final List<byte[]> transaction = new ArrayList<>();
    private long transactionBytes;
    private boolean checksums;
    private boolean stopped;
    private long transactions;
    private long statements;
    private long skipped;
    private long lastCommit;

    /** @param stopAt the second, since 1970, of which nothing is repeated any more */
    Replay(Receiver target, String database, long stopAt) {
        this.target = target;
        this.database = database;
        this.stopAt = stopAt;
        this.mostOfTransaction = Runtime.getRuntime().maxMemory() / 4;
    }

    /** Describes the events that follow; at the beginning of each log. */
    void format(LogEvent event) throws SQLException {
        checksums = event.saysChecksums();
        ours.clear();
        drop();
        target.format(event.bytes());
    }

    /** False once the time has come: nothing after this event is to be repeated. */
    boolean apply(LogEvent event) throws SQLException {
        int type = event.type();
        refuseWhatCannotBeRepeated(event);
        if (type == LogEvent.GTID || type == LogEvent.ANONYMOUS_GTID || type == LogEvent.MARIADB_GTID) {
            drop();
        } else if (type == LogEvent.QUERY) {
            query(event);
        } else if (type == LogEvent.TABLE_MAP) {
            boolean isOurs = isOurs(event);
            ours.put(event.number6(LogEvent.HEADER), isOurs);
            if (isOurs) {
                add(event);
            }
        } else if (event.isRows()) {
            if (ours.getOrDefault(event.number6(LogEvent.HEADER), false)) {
                add(event);
            }
        } else if (type == LogEvent.XID) {
            commit(event);
        }
        return !stopped;
    }

    private void query(LogEvent event) throws SQLException {
        QueryEvent query = QueryEvent.of(event, checksums);
        if (query.is("BEGIN") || query.is("ROLLBACK")) {
            drop();
        } else if (query.is("COMMIT")) {
            commit(event);
        } else if (query.ofDistributedTransaction()) {
            throw cannot("a distributed transaction (XA)");
        } else if (!query.ofSavepoints()) {
            // Within a transaction, it is a table that is made with its rows.
            alone(event, query);
        }
    }

    private void alone(LogEvent event, QueryEvent query) throws SQLException {
        if (isLate(event)) {
            return;
        }
        if (query.ofAccounts() || !query.changes(database)) {
            skipped++;
            return;
        }
        if (query.changesRows()) {
            throw cannot("rows changed by a statement (binlog_format is not ROW): " + query.sql());
        }
        target.statement(query.ofDatabases() ? "" : Facts.quoted(database), query);
        statements++;
        lastCommit = event.timestamp();
    }

    private void commit(LogEvent event) throws SQLException {
        if (isLate(event)) {
            return;
        }
        if (!transaction.isEmpty()) {
            target.transaction(transaction);
            transactions++;
        }
        lastCommit = event.timestamp();
        drop();
    }

    private boolean isLate(LogEvent event) {
        stopped = event.timestamp() >= stopAt;
        return stopped;
    }

    private void add(LogEvent event) {
        transactionBytes += event.size();
        if (transactionBytes > mostOfTransaction) {
            throw cannot("a transaction of more than " + mostOfTransaction / 1_000_000
                    + " MB: give this program more memory (JAVA_TOOL_OPTIONS=-Xmx…)");
        }
        transaction.add(event.bytes());
    }

    private void drop() {
        transaction.clear();
        transactionBytes = 0;
    }

    private boolean isOurs(LogEvent map) {
        int length = map.number1(LogEvent.HEADER + 8);
        return map.text(LogEvent.HEADER + 9, length).equals(database);
    }

    /** Whether an event of rows is the last one of its statement. */
    static boolean endsStatement(byte[] event) {
        return (event[LogEvent.HEADER + 6] & STATEMENT_END) != 0;
    }

    private static void refuseWhatCannotBeRepeated(LogEvent event) {
        int type = event.type();
        if (type == LogEvent.TRANSACTION_PAYLOAD
                || type >= LogEvent.MARIADB_COMPRESSED_FIRST && type <= LogEvent.MARIADB_COMPRESSED_LAST) {
            throw cannot("events that the server compressed");
        }
        if (type == LogEvent.XA_PREPARE) {
            throw cannot("a distributed transaction (XA)");
        }
        if (type == LogEvent.INCIDENT) {
            throw cannot("an incident, by which the server says that something is missing");
        }
        if (type == LogEvent.INTVAR
                || type == LogEvent.RAND
                || type == LogEvent.USER_VAR
                || type == LogEvent.BEGIN_LOAD_QUERY
                || type == LogEvent.EXECUTE_LOAD_QUERY) {
            throw cannot("rows changed by statements (binlog_format is not ROW)");
        }
        if (type == LogEvent.MARIADB_ENCRYPTION) {
            throw cannot("events that the server encrypted");
        }
    }

    private static CommandFailure cannot(String what) {
        return new CommandFailure(
                ExitCode.FAILED, "The binary log holds what cannot be repeated from here: " + what + ".");
    }

    long transactions() {
        return transactions;
    }

    long statements() {
        return statements;
    }

    /** Statements of other databases, and of accounts. */
    long skipped() {
        return skipped;
    }

    /** In seconds since 1970; 0 if there was none. */
    long lastCommit() {
        return lastCommit;
    }
}
