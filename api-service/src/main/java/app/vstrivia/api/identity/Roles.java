package app.vstrivia.api.identity;

/** The groups that a token may name. */
public final class Roles {
    /** Plays and hosts: every player. */
    public static final String PLAYER = "player";

    /** Writes questions. */
    public static final String AUTHOR = "author";

    /** Looks after what players write. */
    public static final String MODERATOR = "moderator";

    /** Runs the system. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
