package app.vstrivia.backup.log;

import java.sql.SQLException;
import java.util.List;

/** Where a {@link Replay} goes: a server, or a trial that changes nothing. */
interface Receiver {
    /** What describes the events that follow. */
    void format(byte[] event) throws SQLException;

    /** The events of one transaction, in their order. */
    void transaction(List<byte[]> events) throws SQLException;

    /** @param database as an identifier; empty if the statement is of databases themselves */
    void statement(String database, QueryEvent query) throws SQLException;

    /** Nothing comes after it. */
    void flush() throws SQLException;
}
