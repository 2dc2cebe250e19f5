package app.vstrivia.model.sql;

/** What the statements of a transaction see of the others' commits. */
public enum Isolation {
    /** All of them what was committed when the first of them read. */
    REPEATABLE_READ,
    /** Each what was committed when it began; a lock waits for a row and never for the gap beside it. */
    READ_COMMITTED;

    String sql() {
        return name().replace('_', ' ');
    }
}
