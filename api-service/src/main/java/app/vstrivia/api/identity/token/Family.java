package app.vstrivia.api.identity.token;

import app.vstrivia.api.identity.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The refresh tokens that follow from one sign-in of a device, of which one is good at a time.
 *
 * @param hash of the token that is good
 * @param spentHash of the one that was traded for it; null at the beginning
 * @param spentAt when that was; null at the beginning
 * @param repeats how often that one was traded again
 * @param expiresAt when the good one expires
 * @param endsAt beyond which no token of the family is good
 */
record Family(byte[] hash, byte[] spentHash, Instant spentAt, int repeats, Instant expiresAt, Instant endsAt) {
    /** For how long a client that lost the answer may ask again. */
    static final Duration REPEATED_WITHIN = Duration.ofSeconds(30);

    static final int MOST_REPEATS = 3;

    static Family begin(RefreshToken first, Instant now, Duration lifetime, Duration atMost) {
        Instant end = now.plus(atMost);
        return new Family(first.own().hash(), null, null, 0, earlier(now.plus(lifetime), end), end);
    }

    /**
     * The family once {@code given} was traded for {@code next}. Empty if {@code given} is neither the good token nor the
     * last one that was spent, by somebody who did not get or has not used the answer: then two have tokens of a family.
     */
    Optional<Family> trade(Secret given, Secret next, Instant now, Duration lifetime) {
        Instant expires = earlier(now.plus(lifetime), endsAt);
        if (given.matches(hash)) {
            return Optional.of(new Family(next.hash(), hash, now, 0, expires, endsAt));
        }
        boolean again = spentHash != null
                && given.matches(spentHash)
                && repeats < MOST_REPEATS
                && now.isBefore(spentAt.plus(REPEATED_WITHIN));
        return again
                ? Optional.of(new Family(next.hash(), spentHash, spentAt, repeats + 1, expires, endsAt))
                : Optional.empty();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    @Override
    public String toString() {
        return "Family[until " + expiresAt + "]";
    }
}
