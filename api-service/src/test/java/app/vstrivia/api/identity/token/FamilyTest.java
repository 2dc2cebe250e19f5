package app.vstrivia.api.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.vstrivia.api.identity.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FamilyTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final RefreshToken first = RefreshToken.ofNewFamily();
    private final RefreshToken second = first.next();
    private final RefreshToken third = second.next();
    private final Family family = Family.begin(first, START, LIFETIME, Duration.ofDays(90));

    private static Optional<Family> trade(Family family, RefreshToken given, RefreshToken next, Duration after) {
        return family.trade(given.own(), next.own(), START.plus(after), LIFETIME);
    }

    private Family spentOnce() {
        return trade(family, first, second, Duration.ZERO).orElseThrow();
    }

    @Test
    void eachTokenIsTradedForTheNext() {
        Family thirdGood = trade(spentOnce(), second, third, Duration.ofDays(1)).orElseThrow();

        assertTrue(third.own().matches(thirdGood.hash()));
        assertTrue(second.own().matches(thirdGood.spentHash()));
        assertEquals(START.plus(Duration.ofDays(31)), thirdGood.expiresAt());
    }

    @Test
    void whoLostTheAnswerGetsAnotherForAMomentAndNotForEver() {
        assertTrue(trade(spentOnce(), first, third, Duration.ofSeconds(29)).isPresent());
        assertTrue(trade(spentOnce(), first, third, Duration.ofSeconds(30)).isEmpty());

        Family again = spentOnce();
        for (int i = 0; i < Family.MOST_REPEATS; i++) {
            again = trade(again, first, first.next(), Duration.ofSeconds(1)).orElseThrow();
        }
        assertTrue(trade(again, first, third, Duration.ofSeconds(1)).isEmpty());
    }

    @Test
    void theAnswerThatWasLostIsVoid() {
        Family again = trade(spentOnce(), first, third, Duration.ofSeconds(1)).orElseThrow();

        assertTrue(trade(again, second, second.next(), Duration.ofSeconds(1)).isEmpty());
        assertTrue(trade(again, third, third.next(), Duration.ofSeconds(1)).isPresent());
    }

    @Test
    void onceTheNextTokenWasUsedTheOneBeforeIsStolen() {
        Family thirdGood =
                trade(spentOnce(), second, third, Duration.ofSeconds(1)).orElseThrow();

        assertTrue(trade(thirdGood, first, first.next(), Duration.ofSeconds(2)).isEmpty());
    }

    @Test
    void whatIsNotOfTheFamilyIsNotTraded() {
        RefreshToken other = new RefreshToken(first.family(), Secret.random());

        assertTrue(trade(family, other, second, Duration.ZERO).isEmpty());
    }

    @Test
    void aFamilyEndsHoweverOftenItIsRenewed() {
        Family late = trade(family, first, second, Duration.ofDays(89)).orElseThrow();

        assertEquals(START.plus(Duration.ofDays(90)), late.expiresAt());
        assertEquals(
                START.plus(Duration.ofDays(10)),
                Family.begin(first, START, LIFETIME, Duration.ofDays(10)).expiresAt());
    }
}
