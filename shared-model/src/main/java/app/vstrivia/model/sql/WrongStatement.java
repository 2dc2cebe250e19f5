package app.vstrivia.model.sql;

import io.vertx.sqlclient.DatabaseException;
import java.util.List;

/** What the database refuses whenever it is asked, unlike what it refuses since it is busy, or cannot be asked. */
public final class WrongStatement {
    /** Classes of SQLSTATE: cardinality, values, constraints, cursors, syntax and names. */
    private static final List<String> CLASSES = List.of("21", "22", "23", "24", "42");

    private WrongStatement() {}

    public static boolean is(Throwable failure) {
        if (!(failure instanceof DatabaseException)) {
            return false;
        }
        String state = ((DatabaseException) failure).getSqlState();
        return state != null && CLASSES.stream().anyMatch(state::startsWith);
    }
}
