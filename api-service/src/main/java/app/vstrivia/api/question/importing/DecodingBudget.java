package app.vstrivia.api.question.importing;

import java.time.Duration;

/** How long one run of an import may look at pictures; what comes after that is looked at later, like what is uploaded. */
final class DecodingBudget {
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** To wait for a place to decode in. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private long spent;

    boolean isSpent() {
        return spent >= LONGEST.toNanos();
    }

    /** @param nanos that it took, whatever came of it */
    void spend(long nanos) {
        spent += nanos;
    }
}
