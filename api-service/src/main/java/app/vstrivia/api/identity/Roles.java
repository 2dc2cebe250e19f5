package app.vstrivia.api.identity;

/** The groups that a token may name. */
public final class Roles {
    /** Plays and hosts. */
    public static final String PLAYER = "player";

    /** Writes questions. */
    public static final String AUTHOR = "author";

    /** Runs the system. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
