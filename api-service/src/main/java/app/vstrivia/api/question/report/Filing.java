package app.vstrivia.api.question.report;

/** What became of a report. */
public enum Filing {
    /** There is no such question here. */
    NONE,
    /** It is the player's first of that question. */
    FIRST,
    /** It took the place of the one before. */
    AGAIN;

    /** @param count of rows, as the database has it: 1 for one that is new, and 2 for one that was there */
    public static Filing of(int count) {
        return count == 0 ? NONE : count == 1 ? FIRST : AGAIN;
    }
}
