package app.vstrivia.model.identity;

/** What is published after somebody's access was revoked: that there is something to read in {@code revocation}. */
public final class RevocationNotice {
    /** The channel that carries it; the message says nothing more. */
    public static final String CHANNEL = "trivia:revoked";

    private RevocationNotice() {}
}
