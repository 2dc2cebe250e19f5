package app.vstrivia.api.job;

/** Wants to know of jobs that failed for good; this way round, since those who tell of them use jobs themselves. */
public interface FailureWatch {
    /**
     * A job fails for good. If this throws, or the process dies with it, the job counts as one whose worker died, and this is
     * called again: so it is told at least once. Runs on a thread that may wait.
     *
     * @param failures in a row
     */
    void failedForGood(String kind, String thing, int failures);
}
