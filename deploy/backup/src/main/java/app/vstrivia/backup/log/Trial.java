package app.vstrivia.backup.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes a log without repeating it. The server is shown the first description alone, which changes nothing: it says whether the
 * account may repeat events at all.
 */
final class Trial implements Receiver {
    private final Target target;
    private boolean shown;

    Trial(Connection connection) throws SQLException {
        target = new Target(connection);
    }

    @Override
    public void format(byte[] event) throws SQLException {
        if (!shown) {
            target.format(event);
            shown = true;
        }
    }

    @Override
    public void transaction(List<byte[]> events) {
        target.requireRoom(events);
    }

    @Override
    public void statement(String database, QueryEvent query) {
        // Whether it works is seen when it runs.
    }

    @Override
    public void flush() {
        // Nothing waits.
    }
}
