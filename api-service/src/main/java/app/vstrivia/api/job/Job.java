package app.vstrivia.api.job;

/**
 * A kind of work. There is at most one row of a kind for a thing, so that the work on one thing never overlaps, but for
 * a worker that was taken for dead and was only slow.
 */
public interface Job {
    /** Names the kind in rows, for ever: ASCII, 40 characters at most. */
    String kind();

    /**
     * Does the work, or a part of it that takes seconds: whatever it did before a crash it may find done. Runs on a
     * thread that may wait. An exception means: again, after a while.
     *
     * @param thing what the row names, mostly an identifier
     */
    Outcome run(String thing);

    /** Whether an admin may have it left undone after it failed for good; false where somebody was promised it. */
    default boolean mayBeGivenUp() {
        return true;
    }
}
