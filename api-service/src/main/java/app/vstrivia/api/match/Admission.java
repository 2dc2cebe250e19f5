package app.vstrivia.api.match;

/** What became of somebody who wanted to come in. */
public enum Admission {
    /** In it, now or before. */
    IN,
    /** There are as many players as there may be. */
    FULL,
    /** Put out by the host, for good. */
    KICKED,
    /** The match is over. */
    OVER,
    /** There is no such player, or not any more: merged into another one. */
    NOBODY
}
