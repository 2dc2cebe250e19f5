package app.vstrivia.api.question.lineup;

/** Of the questions with a tag, those that were looked at are mostly known to the players; others may not be. */
final class TooFewLookedAt extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooFewLookedAt() {
        super("too many of the questions that were looked at are known", null, false, false);
    }
}
