package app.vstrivia.realtime.match.view;

import java.util.Optional;

/** What is known here of a match's last reveal, and of the results that go with it. */
final class LastReveal {
    private volatile RoundResults results;
    private volatile boolean awaitsResults;
    /** The seq of the reveal that is shown, as far as it is known; 0 if none is. */
    private volatile long shown;

    /** @param seq of the reveal; 0 if the match shows none */
    void show(long seq) {
        shown = seq;
    }

    /** Whether it is what the match shows now. */
    boolean isShown() {
        return shown > 0;
    }

    /** The results are being read; who reads the match when they are there gets them. */
    void awaitResults() {
        awaitsResults = true;
    }

    boolean awaitsResults() {
        return awaitsResults;
    }

    /** @param newest null if they could not be read */
    void keep(RoundResults newest) {
        results = newest;
        awaitsResults = false;
    }

    /** The last round's results, if they are here and nothing newer is shown. */
    Optional<RoundResults> results() {
        RoundResults newest = results;
        return newest == null || newest.seq() < shown ? Optional.empty() : Optional.of(newest);
    }

    /** Whether a reader who has everything up to {@code seq} may lack the own result. */
    boolean mayLackResult(long seq) {
        RoundResults newest = results;
        return shown > 0 || newest != null && seq < newest.seq();
    }
}
