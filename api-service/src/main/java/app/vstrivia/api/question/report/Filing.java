package app.vstrivia.api.question.report;

/** What became of a report. */
enum Filing {
    /** There is none, since the player was not shown that round. */
    NOT_SHOWN,
    /** It is the player's first of that question. */
    FIRST,
    /** It took the place of the one before. */
    AGAIN
}
