package app.vstrivia.api.question.importing;

import java.time.Duration;

/** What one run of an import may fetch from the web: so many pictures, in so much time. */
final class WebBudget {
    static final int MOST = 100;
    static final Duration LONGEST = Duration.ofSeconds(60);

    private int fetched;
    private long spent;

    boolean isSpent() {
        return fetched >= MOST || spent >= LONGEST.toNanos();
    }

    /** How long the next one may take. */
    Duration left() {
        return LONGEST.minusNanos(spent);
    }

    /** @param nanos that it took, whatever came of it */
    void spend(long nanos) {
        fetched++;
        spent += nanos;
    }
}
