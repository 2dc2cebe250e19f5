package app.vstrivia.api.platform.transaction;

import io.vertx.mysqlclient.MySQLException;
import java.util.Set;

/** Tells failures of the database that are the outcome of a race from those that are faults. */
public final class Conflicts {
    private static final int DUPLICATE_KEY = 1062;

    /** Deadlock; lock wait time-out; (MariaDB) the record changed since the snapshot. */
    private static final Set<Integer> PASSING = Set.of(1213, 1205, 1020);

    private Conflicts() {}

    /** Whether the same transaction may succeed when it is run again. */
    static boolean passing(Throwable failure) {
        return failure instanceof MySQLException e && PASSING.contains(e.getErrorCode());
    }

    /** Whether a row with the same value in the unique key {@code key} was there first. */
    public static boolean taken(Throwable failure, String key) {
        return failure instanceof MySQLException e
                && e.getErrorCode() == DUPLICATE_KEY
                && e.getMessage().contains(key);
    }
}
